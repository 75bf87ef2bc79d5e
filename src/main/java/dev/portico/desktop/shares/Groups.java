package dev.portico.desktop.shares;

import dev.portico.share.Share;
import dev.portico.share.Target;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    List<Share> with(Collection<Share> some) {
        Map<String, Share> all = new LinkedHashMap<>();
        some.forEach(share -> all.put(share.name(), share));
        for (Share share : some) {
            byGroup.getOrDefault(share.group(), List.of())
                    .forEach(other -> all.put(other.name(), other));
        }
        return List.copyOf(all.values());
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
