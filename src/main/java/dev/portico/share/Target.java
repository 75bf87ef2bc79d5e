package dev.portico.share;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is shared: an address reached from this computer.
///
/// The text forms are `3000`, `host:3000`, `[::1]:3000` and `unix:/path`, and the `http` or `https`
/// URL of a service, of which host and port count.
public sealed interface Target {

    Pattern HOST_CALLED_UNIX = Pattern.compile("unix:[0-9]+");

    /// What fits into `sun_path` of Linux; elsewhere it is less by a few.
    int LONGEST_UNIX_PATH = 107;

    /// @param host a name or a literal address without brackets
    /// @param port 1 to 65535
    record Tcp(String host, int port) implements Target {
        public Tcp {
            if (host.isBlank()) {
                throw new BadInput("input.target.empty");
            }
            Ports.check(port);
        }

        @Override
        public String text() {
            return Ports.join(host, port);
        }

        @Override
        public String shortName() {
            return isThisComputer() ? String.valueOf(port) : text();
        }

        /// Whether the host is a name or literal of this computer's loopback.
        public boolean isThisComputer() {
            return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
        }
    }

    record UnixSocket(Path path) implements Target {
        @Override
        public String text() {
            return "unix:" + path;
        }

        @Override
        public String shortName() {
            return path.getFileName() == null ? path.toString() : path.getFileName().toString();
        }
    }

    String text();

    /// The name a share gets when the user gives none.
    String shortName();

    static Target parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new BadInput("input.target.empty");
        }
        if (trimmed.startsWith("unix:") && !HOST_CALLED_UNIX.matcher(trimmed).matches()) {
            return unixSocket(trimmed.substring("unix:".length()));
        }
        int scheme = trimmed.indexOf("://");
        if (scheme >= 0) {
            return url(trimmed.substring(0, scheme), trimmed.substring(scheme + "://".length()));
        }
        if (trimmed.matches("-?[0-9]+")) {
            return new Tcp("localhost", Ports.parse(trimmed));
        }
        Ports.HostAndPort parts = Ports.split(trimmed);
        refuseMapping(parts, trimmed);
        if (parts.port().isEmpty()) {
            throw new BadInput("input.target.no-port", "text", trimmed);
        }
        return new Tcp(parts.host(), Ports.parse(parts.port()));
    }

    private static Target url(String scheme, String rest) {
        String usual =
                switch (scheme.toLowerCase(Locale.ROOT)) {
                    case "http" -> "80";
                    case "https" -> "443";
                    default -> throw new BadInput("input.target.scheme", "scheme", scheme);
                };
        Ports.HostAndPort parts = Ports.split(rest.replaceFirst("[/?#].*", ""));
        String port = parts.port().isEmpty() ? usual : parts.port();
        refuseMapping(new Ports.HostAndPort(parts.host(), port), rest);
        return new Tcp(parts.host(), Ports.parse(port));
    }

    /// Container tools write a mapping so; a host that is a number is hardly ever meant.
    private static void refuseMapping(Ports.HostAndPort parts, String text) {
        String port = parts.port().strip();
        if (parts.host().matches("[0-9]+") && port.matches("[0-9]+")) {
            throw new BadInput(
                    "input.target.mapping", "text", text, "remote", parts.host(), "local", port);
        }
    }

    private static Target unixSocket(String path) {
        if (!path.startsWith("/")) {
            throw new BadInput("input.target.unix-absolute", "text", path);
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_UNIX_PATH) {
            throw new BadInput("input.target.unix-long", "text", path);
        }
        UnixSocket socket;
        try {
            socket = new UnixSocket(Path.of(path));
        } catch (InvalidPathException _) {
            throw new BadInput("input.path.odd", "text", path);
        }
        if (!socket.text().equals(socket.text().strip())) {
            throw new BadInput("input.path.odd", "text", path);
        }
        return socket;
    }
}
