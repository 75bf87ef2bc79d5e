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
        return WellKnownPort.trade(port, process).map(this::kind).orElseGet(this::guessedKind);
    }

    private Kind kind(Trade trade) {
        return switch (trade) {
            case DATABASE -> Kind.DATABASE;
            case SIGN_IN, OTHER -> Kind.OTHER;
            // editors and tools listen there too, for their own parts
            case WEB -> port < FIRST_SHORT_LIVED ? Kind.WEB : Kind.OTHER;
        };
    }

    private Kind guessedKind() {
        boolean web = port >= 1024 && port < FIRST_SHORT_LIVED && !process.isEmpty();
        return web ? Kind.WEB : Kind.OTHER;
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
}
