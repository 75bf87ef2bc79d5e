package dev.portico.link;

import java.io.IOException;

/// What a proxy said instead of letting a connection through.
final class ProxyFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean signIn;

    /// @param signIn whether it was the sign-in that it did not like
    ProxyFailure(String words, boolean signIn) {
        super(words);
        this.signIn = signIn;
    }

    boolean isSignIn() {
        return signIn;
    }
}
