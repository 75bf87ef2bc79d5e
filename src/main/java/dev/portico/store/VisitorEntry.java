package dev.portico.store;

import java.time.Duration;
import java.time.Instant;

/// One visit that is over, as the log keeps it.
///
/// @param reason why the visitor was refused, else empty
/// @param sent bytes to the visitor
public record VisitorEntry(
        Instant came,
        Instant left,
        String share,
        String server,
        String address,
        End end,
        String reason,
        long sent,
        long received) {

    /// How a visit ended. The names stand in files.
    public enum End {
        LEFT,
        ENDED_BY_YOU,
        REFUSED,
        SERVICE_DOWN
    }

    public Duration stayed() {
        Duration time = Duration.between(came, left);
        return time.isNegative() ? Duration.ZERO : time;
    }

    public VisitorEntry withShortAddress() {
        return new VisitorEntry(
                came, left, share, server, ShortAddress.of(address), end, reason, sent, received);
    }
}
