package dev.portico.desktop.ports;

import java.util.Optional;

/// A port of this computer that takes connections now.
///
/// @param process empty when it belongs to another user
/// @param project the last part of the folder that the process works in, empty when not known
/// @param onlyIpv6 whether it listens on `::1` alone
/// @param own whether Portico itself listens there, as the sample page does
public record ListeningPort(
        int port, String process, String project, boolean onlyIpv6, boolean own) {

    private static final int FIRST_SHORT_LIVED = 32768;

    /// Of another program.
    public ListeningPort(int port, String process, String project, boolean onlyIpv6) {
        this(port, process, project, onlyIpv6, false);
    }

    /// What is behind it, as far as port and process tell.
    public enum Kind {
        WEB,
        DATABASE,
        OTHER
    }

    public Kind kind() {
        if (WellKnownPort.isDatabase(port, process)) {
            return Kind.DATABASE;
        }
        return switch (port) {
            case 21, 22, 25, 53, 111, 139, 143, 445, 631, 993, 1883, 2375, 2376, 3389, 5900 ->
                    Kind.OTHER;
            default -> isWebPort() ? Kind.WEB : Kind.OTHER;
        };
    }

    /// Whether whoever reaches it may do harm: it signs people in or holds data.
    public boolean isSensitive() {
        return WellKnownPort.isSensitive(port, process);
    }

    /// What the process may be called, where it belongs to another user and cannot be seen.
    public Optional<String> guess() {
        return process.isEmpty() ? WellKnownPort.program(port) : Optional.empty();
    }

    /// Whether the system has probably given it out by itself, to be used for a while.
    public boolean isShortLived() {
        return port >= FIRST_SHORT_LIVED && !isSensitive();
    }

    /// The address that reaches it from this computer.
    public String target() {
        return onlyIpv6 ? "[::1]:" + port : String.valueOf(port);
    }

    private boolean isWebPort() {
        return port == 80
                || port == 443
                || (port >= 1024 && port < FIRST_SHORT_LIVED && !process.isEmpty());
    }
}
