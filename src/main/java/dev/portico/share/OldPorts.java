package dev.portico.share;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// The port that each server last gave a share, by the server's name. Outlives the share's keeper,
/// so that a link that was handed out stays valid. Any thread.
public final class OldPorts {
    private static final Duration SILENCE_COUNTS = Duration.ofSeconds(20);

    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private final Map<String, Instant> silent = new ConcurrentHashMap<>();

    public OldPorts(Map<String, Integer> ports) {
        this.ports.putAll(ports);
    }

    /// Empty, too, when the server's profile does not allow it any more.
    public OptionalInt of(Server server) {
        Integer port = ports.get(server.name());
        return port == null || !server.allows(port) ? OptionalInt.empty() : OptionalInt.of(port);
    }

    public boolean isOurs(Server server, int port) {
        return of(server).equals(OptionalInt.of(port));
    }

    /// Whoever holds the port said nothing to a visit: that is our own old session.
    void isSilent(Server server, Instant now) {
        silent.put(server.name(), now);
    }

    /// Whether that was found out so recently that another visit would only keep it busy.
    boolean wasSilent(Server server, Instant now) {
        Instant found = silent.get(server.name());
        return found != null && now.isBefore(found.plus(SILENCE_COUNTS));
    }

    boolean are(Map<String, Integer> others) {
        return ports.equals(others);
    }

    Map<String, Integer> all() {
        return Map.copyOf(ports);
    }

    void keep(Server server, int port) {
        ports.put(server.name(), port);
        silent.remove(server.name());
    }

    void lose(Server server) {
        ports.remove(server.name());
    }
}
