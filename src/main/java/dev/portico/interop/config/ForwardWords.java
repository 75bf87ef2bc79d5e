package dev.portico.interop.config;

import dev.portico.share.BadInput;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The value of `RemoteForward` as ssh takes it apart: a colon ends a field, brackets and
/// backslashes keep theirs, and one with a slash is a path.
///
/// @param bind empty when none is named
/// @param listenPath of a socket on the server; then there is no port
/// @param targetPath of a socket here; then there is no host
/// @param targetHost empty, with no path either, where ssh would be a SOCKS proxy
public record ForwardWords(
        Optional<String> bind,
        int port,
        Optional<String> listenPath,
        String targetHost,
        int targetPort,
        Optional<String> targetPath) {

    private record Field(String text, boolean path) {}

    /// @throws BadInput when ssh would refuse it
    static ForwardWords of(List<String> words) {
        List<Field> listener = fields(words.getFirst());
        List<Field> target = words.size() < 2 ? List.of() : fields(words.get(1));
        String text = String.join(" ", words);
        boolean path = listener.size() == 1 && listener.getFirst().path();
        boolean socket = target.size() == 1 && target.getFirst().path();
        boolean proxy = words.size() < 2;
        if (listener.size() > 2
                || (listener.size() == 2 && listener.get(1).path())
                || (!proxy && !socket && target.size() != 2)) {
            throw wrong(text);
        }
        int listenPort = path ? 0 : port(listener.getLast().text(), text);
        int targetPort = proxy || socket ? 0 : port(target.getLast().text(), text);
        if (!proxy && !socket && targetPort == 0) {
            throw wrong(text);
        }
        return new ForwardWords(
                listener.size() == 2 ? Optional.of(listener.getFirst().text()) : Optional.empty(),
                listenPort,
                path ? Optional.of(listener.getFirst().text()) : Optional.empty(),
                proxy || socket ? "" : target.getFirst().text(),
                targetPort,
                socket ? Optional.of(target.getFirst().text()) : Optional.empty());
    }

    /// Whether ssh would be a SOCKS proxy for the server.
    public boolean isProxy() {
        return targetHost.isEmpty() && targetPath.isEmpty();
    }

    ForwardWords filled(Tokens tokens) {
        return new ForwardWords(
                bind,
                port,
                listenPath.map(tokens::expand),
                targetHost,
                targetPort,
                targetPath.map(tokens::expand));
    }

    private static List<Field> fields(String text) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder field = new StringBuilder();
            int end = text.charAt(at) == '[' ? bracketed(text, at, field) : plain(text, at, field);
            fields.add(new Field(field.toString(), field.indexOf("/") >= 0));
            at = end + 1;
        }
        return fields;
    }

    private static int bracketed(String text, int from, StringBuilder field) {
        int close = text.indexOf(']', from);
        if (close < 0 || (close + 1 < text.length() && text.charAt(close + 1) != ':')) {
            throw wrong(text);
        }
        field.append(text, from + 1, close);
        return close + 1;
    }

    private static int plain(String text, int from, StringBuilder field) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i;
            }
            if (c == '\\') {
                i++;
            }
            if (i == text.length()) {
                throw wrong(text);
            }
            field.append(text.charAt(i));
        }
        return text.length();
    }

    private static int port(String text, String all) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw wrong(all);
        }
        return Integer.parseInt(text);
    }

    private static BadInput wrong(String text) {
        return new BadInput("input.config.forward", "text", text);
    }
}
