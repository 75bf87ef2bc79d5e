package dev.portico.share;

import java.nio.file.Path;
import java.util.List;

/// A saved server that follows an alias of another program's file: what the file says of it counts
/// at each start.
///
/// @param server its saved name
/// @param gave what of the server the file spoke of when it was last read
public record ServerLink(String server, Path file, String alias, List<String> gave) {
    public ServerLink {
        gave = List.copyOf(gave);
    }

    public ServerLink withServer(String newName) {
        return new ServerLink(newName, file, alias, gave);
    }

    public ServerLink withGave(List<String> nowGave) {
        return new ServerLink(server, file, alias, nowGave);
    }

    /// Follows a server to its new name.
    public static List<ServerLink> renamed(List<ServerLink> links, String before, String now) {
        return links.stream()
                .map(link -> link.server().equals(before) ? link.withServer(now) : link)
                .toList();
    }
}
