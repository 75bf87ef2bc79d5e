package dev.portico.desktop.ports;

/// A port of this computer that takes connections now.
///
/// @param process empty when it belongs to another user
/// @param project the last part of the folder that the process works in, empty when not known
/// @param onlyIpv6 whether it listens on `::1` alone
/// @param own whether Portico itself listens there, as the sample page does
public record ListeningPort(
        int port, String process, String project, boolean onlyIpv6, boolean own) {

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
        return switch (port) {
            case 1433, 1521, 3306, 5432, 5433, 5984, 6379, 7687, 8123, 9042, 9200, 11211, 27017 ->
                    Kind.DATABASE;
            case 21, 22, 25, 53, 111, 139, 143, 445, 631, 993, 1883, 2375, 2376, 3389, 5900 ->
                    Kind.OTHER;
            default -> isWebPort() ? Kind.WEB : Kind.OTHER;
        };
    }

    /// Whether whoever reaches it may do harm: it signs people in or holds data.
    public boolean isSensitive() {
        return kind() == Kind.DATABASE
                || switch (port) {
                    case 22, 139, 445, 2375, 2376, 3389, 5900 -> true;
                    default -> false;
                };
    }

    /// The address that reaches it from this computer.
    public String target() {
        return onlyIpv6 ? "[::1]:" + port : String.valueOf(port);
    }

    private boolean isWebPort() {
        return port == 80 || port == 443 || (port >= 1024 && port < 32768 && !process.isEmpty());
    }
}
