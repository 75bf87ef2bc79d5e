package dev.portico.store;

import dev.portico.share.Server;
import dev.portico.share.Share;

import java.util.List;
import java.util.Optional;

/// All that is saved.
public record Settings(
        int version, List<Server> servers, List<Share> shares, WindowSettings window) {
    public static final Settings EMPTY =
            new Settings(1, List.of(), List.of(), WindowSettings.DEFAULT);

    public Settings {
        servers = List.copyOf(servers);
        shares = List.copyOf(shares);
    }

    public Settings withServers(List<Server> now) {
        return new Settings(version, now, shares, window);
    }

    public Settings withShares(List<Share> now) {
        return new Settings(version, servers, now, window);
    }

    public Settings withWindow(WindowSettings now) {
        return new Settings(version, servers, shares, now);
    }

    public Optional<Server> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }
}
