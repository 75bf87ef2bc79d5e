package dev.portico.link;

import java.io.IOException;

/// A jump server did not make the connection that it was asked for.
final class JumpRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final int reason;

    /// @param reason a number of RFC 4254, section 5.1
    JumpRefusal(int reason, String words) {
        super(words);
        this.reason = reason;
    }

    boolean isForbidden() {
        return reason == Wire.PROHIBITED;
    }
}
