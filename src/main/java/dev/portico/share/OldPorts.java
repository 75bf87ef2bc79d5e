package dev.portico.share;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// The port that each server last gave a share, by the server's name. Outlives the share's keeper,
/// so that a link that was handed out stays valid. Any thread.
public final class OldPorts {
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();

    public OldPorts(Map<String, Integer> ports) {
        this.ports.putAll(ports);
    }

    public OptionalInt of(Server server) {
        Integer port = ports.get(server.name());
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    public boolean isOurs(Server server, int port) {
        return of(server).equals(OptionalInt.of(port));
    }

    Map<String, Integer> all() {
        return Map.copyOf(ports);
    }

    void keep(Server server, int port) {
        ports.put(server.name(), port);
    }

    void lose(Server server) {
        ports.remove(server.name());
    }
}
