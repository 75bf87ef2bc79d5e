package dev.portico.share;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How to get to a server that cannot, or shall not, be reached straight away.
///
/// @param jumps the servers to pass, nearest first: names of saved ones, or `[user@]host[:port]`
/// @param proxy leads to the first stop, unless that one is saved with a proxy of its own
public record Way(List<String> jumps, Optional<Proxy> proxy) {
    public static final Way DIRECT = new Way(List.of(), Optional.empty());

    public Way {
        jumps = List.copyOf(jumps);
    }

    /// Reads jump servers as `ssh -J` does: with commas between them.
    public static List<String> jumps(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<String> jumps = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (jumps.contains("")) {
            throw new BadInput("input.jump.empty", "text", text);
        }
        jumps.stream().filter(Way::isAddress).forEach(Server::parse); // refuses what is wrong
        return jumps;
    }

    /// Follows a saved server to its new name.
    public Way renamed(String before, String now) {
        return new Way(jumps.stream().map(j -> j.equals(before) ? now : j).toList(), proxy);
    }

    /// Whether it can be no saved name: those have none of these characters.
    static boolean isAddress(String jump) {
        return jump.indexOf('@') >= 0 || jump.indexOf(':') >= 0;
    }
}
