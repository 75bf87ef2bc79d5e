package dev.portico.interop;

import dev.portico.share.Audience;
import dev.portico.share.Ports;
import dev.portico.share.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what a user names as a target: a target alone, or the text that `ssh -R` takes, which is
/// `[bind:]port:host:hostport` or `[bind:]port:/path`, with IPv6 addresses in brackets and slashes
/// for colons as one likes (ssh(1), `-R`).
///
/// @param bind as it stands in the text; empty when it names none
/// @param port on the server; empty when the text is a target alone
public record RemoteText(Target target, Optional<String> bind, Optional<Integer> port) {

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    public static RemoteText parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("unix:")) {
            return alone(trimmed);
        }
        List<String> parts = split(trimmed);
        boolean path = parts.size() > 1 && parts.getLast().startsWith("/");
        int listener = parts.size() - (path ? 2 : 3);
        if (listener < 0 || listener > 1 || !isNumber(parts.get(listener))) {
            return alone(trimmed);
        }
        String target =
                path
                        ? "unix:" + path(parts.getLast())
                        : parts.get(parts.size() - 2) + ":" + parts.getLast();
        return new RemoteText(
                Target.parse(target),
                listener == 1
                        ? Optional.of(Audience.checkedBind(parts.getFirst()))
                        : Optional.empty(),
                Optional.of(Ports.parseOrAutomatic(parts.get(listener))));
    }

    public boolean isRemote() {
        return port.isPresent();
    }

    /// Whether the server would be asked for the same listener twice.
    boolean isSamePort(RemoteText other) {
        return port.filter(it -> it > 0).isPresent()
                && port.equals(other.port)
                && bind.equals(other.bind);
    }

    private static RemoteText alone(String text) {
        return new RemoteText(Target.parse(text), Optional.empty(), Optional.empty());
    }

    /// As ssh does: a colon or a slash ends a field, brackets and paths keep theirs.
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = end(text, from);
            parts.add(text.substring(from, end));
            from = end + 1;
        }
        return parts;
    }

    private static int end(String text, int from) {
        if (text.startsWith("/", from)) {
            return endOfPath(text, from);
        }
        boolean inside = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            inside = c == '[' || (inside && c != ']');
            if (!inside && (c == ':' || c == '/')) {
                return i;
            }
        }
        return text.length();
    }

    /// A backslash takes the next character as it is.
    private static int endOfPath(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != ':') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    private static String path(String escaped) {
        return FilledIn.literal(ESCAPED.matcher(escaped).replaceAll("$1"));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
