package dev.portico.link;

import dev.portico.share.Server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How often each server's forwards have to be used. A server may end connections that are not
/// (`UnusedConnectionTimeout` of sshd) and never says after how long: two that ended alike tell.
/// Thread-safe.
final class IdleLimits {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final double ALIKE = 0.25;

    private final Duration usual;
    private final Map<Server, Duration> ended = new HashMap<>();
    private final Map<Server, Duration> every = new HashMap<>();

    /// @param usual how often a server of which nothing is known is to be visited
    IdleLimits(Duration usual) {
        this.usual = usual;
    }

    synchronized Duration every(Server server) {
        return every.getOrDefault(server, usual);
    }

    /// @param unused how long before its end a connection, which the server ended, was last used
    synchronized void endedByServer(Server server, Duration unused) {
        if (unused.compareTo(SHORTEST) < 0) {
            return;
        }
        Duration before = ended.put(server, unused);
        if (before != null && areAlike(before, unused)) {
            Duration half = unused.dividedBy(2);
            every.put(server, half.compareTo(usual) < 0 ? half : usual);
        }
    }

    private static boolean areAlike(Duration one, Duration other) {
        return one.minus(other).abs().toMillis() < ALIKE * other.toMillis();
    }
}
