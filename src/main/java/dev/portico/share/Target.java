package dev.portico.share;

import java.nio.file.Path;

/// What is shared: an address reached from this computer.
///
/// The text forms are `3000`, `host:3000`, `[::1]:3000` and `unix:/path`.
public sealed interface Target {

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
        if (trimmed.startsWith("unix:")) {
            return unixSocket(trimmed.substring("unix:".length()));
        }
        if (trimmed.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Tcp("localhost", Ports.parse(trimmed));
        }
        Ports.HostAndPort parts = Ports.split(trimmed);
        if (parts.port().isEmpty()) {
            throw new BadInput("input.target.no-port", "text", trimmed);
        }
        return new Tcp(parts.host(), Ports.parse(parts.port()));
    }

    private static Target unixSocket(String path) {
        if (!path.startsWith("/")) {
            throw new BadInput("input.target.unix-absolute", "text", path);
        }
        return new UnixSocket(Path.of(path));
    }
}
