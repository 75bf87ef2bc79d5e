package dev.portico.desktop.shares;

import dev.portico.share.Share;
import dev.portico.share.Target;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which shares start and stop together.
record Groups(Map<String, List<Share>> byGroup) {
    private static final int MOST_SHOWN = 2;

    static Groups of(Collection<Share> shares) {
        return new Groups(
                shares.stream()
                        .filter(share -> !share.group().isEmpty())
                        .collect(Collectors.groupingBy(Share::group)));
    }

    /// The shares themselves and those that go with them.
    Set<Share> with(Collection<Share> some) {
        Set<Share> all = new LinkedHashSet<>(some);
        some.forEach(share -> all.addAll(byGroup.getOrDefault(share.group(), List.of())));
        return all;
    }

    /// The ports that go with it, such as `8080, 9000 +2`; empty when it stands alone.
    String beside(Share share) {
        if (share.group().isEmpty()) {
            return "";
        }
        List<String> ports =
                byGroup.getOrDefault(share.group(), List.of()).stream()
                        .filter(other -> !other.name().equals(share.name()))
                        .map(other -> port(other.target()))
                        .toList();
        int more = ports.size() - MOST_SHOWN;
        String first = ports.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        return more > 0 ? first + " +" + more : first;
    }

    private static String port(Target target) {
        return switch (target) {
            case Target.Tcp tcp -> String.valueOf(tcp.port());
            case Target.UnixSocket socket -> socket.shortName();
        };
    }
}
