package dev.portico.desktop.ports;

import java.util.Optional;
import java.util.Set;

/// What usually answers on a port: the best guess where the process cannot be seen.
public final class WellKnownPort {
    private static final Set<String> SENSITIVE_PROCESSES =
            Set.of("sshd", "dockerd", "smbd", "x11vnc", "xrdp");
    private static final Set<String> DATABASES =
            Set.of(
                    "postgres",
                    "mysqld",
                    "mariadbd",
                    "redis-server",
                    "valkey-server",
                    "mongod",
                    "memcached");

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
        return DATABASES.contains(process)
                || switch (port) {
                    case 1433, 1521, 3306, 5432, 5433, 5984 -> true;
                    case 6379, 7687, 8123, 9042, 9200, 11211, 27017 -> true;
                    default -> false;
                };
    }

    /// Whether whoever reaches it may do harm: it signs people in or holds data.
    public static boolean isSensitive(int port, String process) {
        return isDatabase(port, process)
                || SENSITIVE_PROCESSES.contains(process)
                || switch (port) {
                    case 22, 139, 445, 2375, 2376, 3389, 5900 -> true;
                    default -> false;
                };
    }
}
