package dev.portico.interop.config.servers;

import dev.portico.interop.config.Here;
import dev.portico.interop.config.SshConfig;
import dev.portico.share.ProblemException;
import dev.portico.share.Route;
import dev.portico.share.Server;
import dev.portico.share.ServerLink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings servers that follow a file up to date. A file or an alias that is gone changes nothing.
public final class Following {
    private final Map<ServerLink, Imported> found = new LinkedHashMap<>();
    private final Map<Path, Imports> files = new HashMap<>();

    /// Reads each file once.
    public Following(List<ServerLink> links, Here here) {
        for (ServerLink link : links) {
            if (Files.isRegularFile(link.file())) {
                files.computeIfAbsent(link.file(), it -> new Imports(SshConfig.read(it, here)))
                        .server(link.alias())
                        .ifPresent(server -> found.put(link, server));
            }
        }
    }

    /// Whether the file is there and still names it.
    public boolean follows(ServerLink link) {
        return found.containsKey(link);
    }

    /// The link that a server gets which is to follow its alias.
    public static ServerLink link(String server, Imported imported, Path file) {
        return new ServerLink(server, file, imported.alias(), gave(imported));
    }

    private static List<String> gave(Imported imported) {
        return Arrays.stream(Part.values())
                .filter(imported.given()::contains)
                .map(Part::name)
                .toList();
    }

    /// What would lead in a ring stays as it is.
    public List<Server> servers(List<Server> saved) {
        List<Server> servers = new ArrayList<>(saved);
        found.forEach((link, imported) -> follow(servers, link, imported));
        found.forEach((link, imported) -> addJumps(servers, link, imported));
        return List.copyOf(servers);
    }

    /// Jump servers that the file has and that nobody saved.
    private void addJumps(List<Server> servers, ServerLink link, Imported imported) {
        Imports file = Objects.requireNonNull(files.get(link.file()));
        file.withJumps(List.of(imported.alias())).stream()
                .filter(it -> !it.alias().equals(imported.alias()))
                .map(Imported::server)
                .filter(jump -> named(jump.name(), servers).isEmpty())
                .forEach(servers::add);
    }

    private static void follow(List<Server> servers, ServerLink link, Imported imported) {
        for (int i = 0; i < servers.size(); i++) {
            Server before = servers.get(i);
            if (before.name().equals(link.server())) {
                servers.set(i, imported.on(before, parts(link)));
                if (leadsInARing(servers.get(i), servers)) {
                    servers.set(i, before);
                }
            }
        }
    }

    /// The first one whose way leads past a place twice.
    public static Optional<Server> ring(List<Server> servers) {
        return servers.stream().filter(server -> leadsInARing(server, servers)).findFirst();
    }

    private static boolean leadsInARing(Server server, List<Server> servers) {
        try {
            Route.to(server, name -> named(name, servers));
            return false;
        } catch (ProblemException _) {
            return true;
        }
    }

    private static Optional<Server> named(String name, List<Server> servers) {
        return servers.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private static Set<Part> parts(ServerLink link) {
        return Arrays.stream(Part.values())
                .filter(part -> link.gave().contains(part.name()))
                .collect(Collectors.toSet());
    }

    /// Without those of servers that are gone.
    public List<ServerLink> links(List<ServerLink> links, List<Server> saved) {
        return links.stream()
                .filter(link -> named(link.server(), saved).isPresent())
                .map(link -> found.containsKey(link) ? link.withGave(gave(found.get(link))) : link)
                .toList();
    }
}
