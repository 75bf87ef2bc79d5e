package dev.portico.desktop.ports;

import java.util.Optional;

/// What usually answers on a port: the best guess where the process is not known.
public final class WellKnownPort {
    private WellKnownPort() {}

    /// The name of the program, as its process would be called.
    public static Optional<String> program(int port) {
        return Optional.ofNullable(
                switch (port) {
                    case 21 -> "ftpd";
                    case 22 -> "sshd";
                    case 25 -> "smtpd";
                    case 53 -> "dns";
                    case 80 -> "http";
                    case 111 -> "rpcbind";
                    case 139, 445 -> "smbd";
                    case 143, 993 -> "imapd";
                    case 443 -> "https";
                    case 631 -> "cupsd";
                    case 1433 -> "sqlservr";
                    case 1521 -> "oracle";
                    case 1883 -> "mosquitto";
                    case 2375, 2376 -> "dockerd";
                    case 3306 -> "mysqld";
                    case 3389 -> "xrdp";
                    case 5432, 5433 -> "postgres";
                    case 5900 -> "vnc";
                    case 5984 -> "couchdb";
                    case 6379 -> "redis-server";
                    case 7687 -> "neo4j";
                    case 8123 -> "clickhouse";
                    case 9042 -> "cassandra";
                    case 9200 -> "elasticsearch";
                    case 11211 -> "memcached";
                    case 27017 -> "mongod";
                    default -> null;
                });
    }

    public static boolean isDatabase(int port, String process) {
        return trade(port, process).filter(Trade.DATABASE::equals).isPresent();
    }

    /// Whether whoever reaches it may do harm: it signs people in or holds data.
    public static boolean isSensitive(int port, String process) {
        return trade(port, process)
                .filter(trade -> trade == Trade.DATABASE || trade == Trade.SIGN_IN)
                .isPresent();
    }

    /// What the process is beats the number, which is a guess; empty where neither tells.
    static Optional<Trade> trade(int port, String process) {
        return runsOnJava(port) && process.equals("java")
                ? Optional.of(Trade.DATABASE)
                : Trade.of(process).or(() -> usual(port));
    }

    /// Of these databases the process is called after the language, not after what it is.
    private static boolean runsOnJava(int port) {
        return port == 7687 || port == 9042 || port == 9200;
    }

    private static Optional<Trade> usual(int port) {
        return switch (port) {
            case 1433, 1521, 3306, 5432, 5433, 5984, 6379, 7687, 8123, 9042, 9200, 11211, 27017 ->
                    Optional.of(Trade.DATABASE);
            case 22, 139, 445, 2375, 2376, 3389, 5900 -> Optional.of(Trade.SIGN_IN);
            case 80, 443 -> Optional.of(Trade.WEB);
            case 21, 25, 53, 111, 143, 631, 993, 1883 -> Optional.of(Trade.OTHER);
            default -> Optional.empty();
        };
    }
}
