package dev.portico.interop;

import dev.portico.share.Audience;
import dev.portico.share.Ports;
import dev.portico.share.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a user names as a target: a target alone, or the text that `ssh -R` takes, which is
/// `[bind:]port:host:hostport` with IPv6 addresses in brackets.
///
/// @param bind as it stands in the text; empty when it names none
/// @param port on the server; empty when the text is a target alone
public record RemoteText(Target target, Optional<String> bind, Optional<Integer> port) {

    public static RemoteText parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("unix:")) {
            return alone(trimmed);
        }
        List<String> parts = split(trimmed);
        boolean hasBind = parts.size() == 4;
        if ((!hasBind && parts.size() != 3) || !isNumber(parts.get(parts.size() - 3))) {
            return alone(trimmed);
        }
        String target = parts.get(parts.size() - 2) + ":" + parts.getLast();
        return new RemoteText(
                Target.parse(target),
                hasBind ? Optional.of(Audience.checkedBind(parts.getFirst())) : Optional.empty(),
                Optional.of(Ports.parseOrAutomatic(parts.get(parts.size() - 3))));
    }

    public boolean isRemote() {
        return port.isPresent();
    }

    private static RemoteText alone(String text) {
        return new RemoteText(Target.parse(text), Optional.empty(), Optional.empty());
    }

    /// At the colons outside brackets.
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[' -> inside = true;
                case ']' -> inside = false;
                case ':' -> {
                    if (!inside) {
                        parts.add(text.substring(from, i));
                        from = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
