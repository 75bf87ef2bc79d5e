package dev.portico.store;

import dev.portico.share.BadInput;
import dev.portico.share.Server;
import dev.portico.share.ServerLink;
import dev.portico.share.Share;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that Portico remembers, as one immutable value. Names of servers differ, and so do names of
/// shares.
///
/// @param links of servers that follow a file; of those that are gone until the next start, since a
///     server can be brought back
public record Settings(
        int version,
        List<Server> servers,
        List<Share> shares,
        WindowSettings window,
        VisitorLogSettings visitorLog,
        List<ServerLink> links) {

    /// The version of the file that this Portico writes.
    public static final int VERSION = 1;

    public static final Settings EMPTY =
            new Settings(
                    VERSION,
                    List.of(),
                    List.of(),
                    WindowSettings.DEFAULT,
                    VisitorLogSettings.DEFAULT,
                    List.of());

    public Settings {
        servers = List.copyOf(servers);
        shares = List.copyOf(shares);
        links = List.copyOf(links);
        differ("input.server.name-taken", servers.stream().map(Server::name).toList());
        differ("input.share.name-taken", shares.stream().map(Share::name).toList());
    }

    private static void differ(String key, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new BadInput(key, "name", name);
            }
        }
    }

    public Settings withServers(List<Server> newServers) {
        return new Settings(version, newServers, shares, window, visitorLog, links);
    }

    public Settings withLinks(List<ServerLink> newLinks) {
        return new Settings(version, servers, shares, window, visitorLog, newLinks);
    }

    public Settings withShares(List<Share> newShares) {
        return new Settings(version, servers, newShares, window, visitorLog, links);
    }

    public Settings withWindow(WindowSettings newWindow) {
        return new Settings(version, servers, shares, newWindow, visitorLog, links);
    }

    public Settings withVisitorLog(VisitorLogSettings newLog) {
        return new Settings(version, servers, shares, window, newLog, links);
    }

    public Optional<Server> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    /// What a server follows.
    public Optional<ServerLink> link(String server) {
        return links.stream().filter(link -> link.server().equals(server)).findFirst();
    }
}
