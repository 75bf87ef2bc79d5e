package dev.portico.doctor;

import java.util.Locale;
import java.util.Optional;

/// Development servers that refuse names, told by what they answer then, and the setting that lets
/// a name in.
enum DevServer {
    VITE("Blocked request. This host", "server: { allowedHosts: ['%s'] }"),
    WEBPACK("Invalid Host header", "devServer: { allowedHosts: ['%s'] }"),
    DJANGO("DisallowedHost", "ALLOWED_HOSTS = ['localhost', '127.0.0.1', '%s']"),
    RAILS("Blocked hosts", "config.hosts << '%s'"),
    JUPYTER("Host header", "c.ServerApp.local_hostnames = ['localhost', '%s']"),
    UNKNOWN("", "");

    private final String mark;
    private final String setting;

    DevServer(String mark, String setting) {
        this.mark = mark;
        this.setting = setting;
    }

    static DevServer of(WebAnswer refusal) {
        for (DevServer server : values()) {
            if (refusal.text().contains(server.mark)) {
                return server;
            }
        }
        return UNKNOWN;
    }

    Optional<String> line(String host) {
        return this == UNKNOWN ? Optional.empty() : Optional.of(String.format(setting, host));
    }

    String why() {
        return "refused-" + name().toLowerCase(Locale.ROOT);
    }
}
