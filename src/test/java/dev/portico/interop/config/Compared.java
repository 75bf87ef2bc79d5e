package dev.portico.interop.config;

import dev.portico.share.BadInput;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a share depends on, as `ssh -G` names it, from both sides in the same words.
final class Compared {
    static final String REFUSED = "refused";
    private static final List<String> KEYS =
            List.of(
                    "hostname",
                    "port",
                    "user",
                    "identityfile",
                    "identitiesonly",
                    "proxyjump",
                    "hostkeyalias",
                    "serveraliveinterval",
                    "serveralivecountmax",
                    "connecttimeout",
                    "userknownhostsfile",
                    "stricthostkeychecking",
                    "remoteforward");

    private Compared() {}

    /// @param output of `ssh -G`
    static Map<String, List<String>> bySsh(String output, String home, Path ourHome) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String line : output.split("\n", -1)) {
            String[] parts = line.split(" ", 2);
            if (parts.length == 2 && KEYS.contains(parts[0])) {
                String value = parts[1].replace(home + "/", ourHome + "/");
                all.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(value);
            }
        }
        all.computeIfPresent("proxyjump", (_, jump) -> List.of(jumps(jump.getFirst())));
        all.computeIfPresent(
                "remoteforward", (_, it) -> it.stream().map(Compared::forwardOfSsh).toList());
        return all;
    }

    private static String jumps(String text) {
        String bare = text.replaceAll("\\[([^:\\]]*)]", "$1");
        try {
            return JumpList.of(bare).stream().map(Jump::text).collect(Collectors.joining(","));
        } catch (BadInput _) {
            return bare;
        }
    }

    private static String forwardOfSsh(String text) {
        String[] parts = text.split(" ", 2);
        boolean proxy = parts[1].equals("[socks]:0");
        return ForwardWords.of(proxy ? List.of(parts[0]) : List.of(parts)).toString();
    }

    /// @param usual what ssh says where the file says nothing
    static Map<String, List<String>> byPortico(
            SshConfig config, String alias, Map<String, List<String>> usual) {
        try {
            Resolved resolved = config.resolve(alias);
            boolean wrong =
                    config.findings().stream().anyMatch(Compared::isWrong)
                            || resolved.findings().stream().anyMatch(Compared::isWrong);
            return wrong ? Map.of(REFUSED, List.of("yes")) : values(resolved, usual);
        } catch (BadInput _) {
            return Map.of(REFUSED, List.of("yes"));
        }
    }

    private static boolean isWrong(Finding finding) {
        return finding.weight() == Finding.Weight.WRONG;
    }

    private static Map<String, List<String>> values(
            Resolved resolved, Map<String, List<String>> usual) {
        Map<String, List<String>> all = new TreeMap<>();
        Map<String, String> one = new LinkedHashMap<>();
        one.put("hostname", resolved.host());
        one.put("port", "" + resolved.port());
        one.put("user", resolved.user());
        one.put("identitiesonly", resolved.isYes("identitiesonly") ? "yes" : "no");
        one.put("proxyjump", jumps(resolved));
        one.put("hostkeyalias", resolved.hostKeyAlias().orElse(""));
        one.put("serveraliveinterval", seconds(resolved, "serveraliveinterval", "0"));
        one.put("serveralivecountmax", "" + resolved.number("serveralivecountmax").orElse(3));
        one.put("connecttimeout", seconds(resolved, "connecttimeout", "none"));
        one.put("stricthostkeychecking", checking(resolved));
        one.values().removeIf(String::isEmpty);
        one.forEach((key, value) -> all.put(key, List.of(value)));
        all.put("identityfile", or(resolved.identityFiles(), usual, "identityfile"));
        List<String> known =
                resolved.first("userknownhostsfile").map(Given::words).orElse(List.of()).stream()
                        .map(text -> resolved.path(text).toString())
                        .toList();
        List<String> line = known.isEmpty() ? known : List.of(String.join(" ", known));
        all.put("userknownhostsfile", or(line, usual, "userknownhostsfile"));
        List<String> forwards =
                resolved.forwards().stream().map(it -> resolved.forward(it).toString()).toList();
        if (!forwards.isEmpty()) {
            all.put("remoteforward", forwards);
        }
        return all;
    }

    private static String jumps(Resolved resolved) {
        return resolved.jumps().stream().map(Jump::text).collect(Collectors.joining(","));
    }

    private static String seconds(Resolved resolved, String keyword, String none) {
        return resolved.time(keyword).map(Duration::toSeconds).map(String::valueOf).orElse(none);
    }

    private static String checking(Resolved resolved) {
        String text =
                resolved.first("stricthostkeychecking")
                        .map(it -> it.text().toLowerCase(Locale.ROOT))
                        .orElse("ask");
        return switch (text) {
            case "yes" -> "true";
            case "no", "off" -> "false";
            default -> text;
        };
    }

    private static List<String> or(
            List<String> own, Map<String, List<String>> usual, String keyword) {
        return own.isEmpty() ? usual.getOrDefault(keyword, List.of()) : own;
    }
}
