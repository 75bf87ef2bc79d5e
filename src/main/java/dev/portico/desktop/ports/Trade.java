package dev.portico.desktop.ports;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a program is there for, as far as the name of its process tells.
enum Trade {
    DATABASE,
    /// Signs people in, or hands out what is theirs.
    SIGN_IN,
    WEB,
    OTHER;

    private static final Pattern VERSION = Pattern.compile("[-0-9.]+$| .*$");

    /// As the system has the names: cut after 15 characters, here without a version at the end.
    private static final Map<Trade, Set<String>> PROCESSES =
            Map.of(
                    DATABASE,
                    Set.of(
                            "clickhouse",
                            "clickhouse-serv",
                            "cockroach",
                            "couchdb",
                            "etcd",
                            "influxd",
                            "mariadbd",
                            "memcached",
                            "mongod",
                            "mongos",
                            "mysqld",
                            "oracle",
                            "postgres",
                            "redis-server",
                            "sqlservr",
                            "tnslsnr",
                            "valkey-server"),
                    SIGN_IN,
                    Set.of(
                            "dockerd",
                            "dropbear",
                            "smbd",
                            "sshd",
                            "vino-server",
                            "wayvnc",
                            "x11vnc",
                            "xrdp",
                            "Xtigervnc",
                            "Xvnc"),
                    WEB,
                    Set.of(
                            "apache",
                            "bun",
                            "caddy",
                            "deno",
                            "dotnet",
                            "esbuild",
                            "gunicorn",
                            "haproxy",
                            "http-server",
                            "httpd",
                            "hugo",
                            "java",
                            "jekyll",
                            "lighttpd",
                            "next-server",
                            "nginx",
                            "node",
                            "php",
                            "php-fpm",
                            "puma",
                            "python",
                            "ruby",
                            "storybook",
                            "traefik",
                            "uvicorn",
                            "vite",
                            "webpack"),
                    OTHER,
                    Set.of(
                            "avahi-daemon",
                            "cups-browsed",
                            "cupsd",
                            "dnsmasq",
                            "dovecot",
                            "exim",
                            "ftpd",
                            "mosquitto",
                            "named",
                            "proftpd",
                            "rpcbind",
                            "systemd-resolve",
                            "vsftpd"));

    static Optional<Trade> of(String process) {
        String name = VERSION.matcher(process).replaceFirst("");
        return PROCESSES.entrySet().stream()
                .filter(each -> each.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
