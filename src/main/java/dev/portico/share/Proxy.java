package dev.portico.share;

import java.util.Optional;

/// A proxy that makes the first connection on the way to a server, and looks its name up. Its
/// password is asked for, and stands nowhere.
///
/// @param user empty when the proxy wants no sign-in
public record Proxy(Kind kind, String host, int port, Optional<String> user) {

    public enum Kind {
        HTTP("http"),
        SOCKS5("socks5");

        private final String scheme;

        Kind(String scheme) {
            this.scheme = scheme;
        }
    }

    /// Reads `http://[user@]host:port` or `socks5://[user@]host:port`.
    public static Proxy parse(String text) {
        String trimmed = text.strip();
        for (Kind kind : Kind.values()) {
            String start = kind.scheme + "://";
            if (trimmed.startsWith(start)) {
                return parse(kind, trimmed.substring(start.length()), trimmed);
            }
        }
        throw wrong(trimmed);
    }

    private static Proxy parse(Kind kind, String rest, String whole) {
        int at = rest.lastIndexOf('@');
        String user = at < 0 ? "" : rest.substring(0, at);
        if (user.indexOf(':') >= 0) {
            throw new BadInput("input.proxy.password"); // which must not be repeated here
        }
        boolean oddUser = at == 0 || user.chars().anyMatch(c -> c <= ' ');
        String place = rest.substring(at + 1);
        if (oddUser || place.isEmpty() || place.startsWith(":")) {
            throw wrong(whole);
        }
        Ports.HostAndPort parts =
                Ports.split(place.endsWith("/") ? place.substring(0, place.length() - 1) : place);
        if (parts.port().isEmpty()) {
            throw wrong(whole);
        }
        return new Proxy(
                kind,
                parts.host(),
                Ports.parse(parts.port()),
                Optional.of(user).filter(some -> !some.isEmpty()));
    }

    public String address() {
        return Ports.join(host, port);
    }

    /// As [#parse] reads it.
    public String text() {
        return kind.scheme + "://" + user.map(name -> name + "@").orElse("") + address();
    }

    private static BadInput wrong(String text) {
        return new BadInput("input.proxy.wrong", "text", text);
    }
}
