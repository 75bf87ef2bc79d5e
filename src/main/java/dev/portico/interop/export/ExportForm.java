package dev.portico.interop.export;

import dev.portico.share.BadInput;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What an export can look like.
public enum ExportForm {
    SSH,
    AUTOSSH,
    SSH_CONFIG,
    SYSTEMD,
    LAUNCHD,
    NGINX,
    NGINX_UPSTREAM,
    CADDY,
    AUTHORIZED_KEYS,
    SSHD_CONFIG,
    PORTICO;

    public static ExportForm parse(String text) {
        return Stream.of(values())
                .filter(form -> form.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInput(
                                        "input.export.form",
                                        "text",
                                        text,
                                        "forms",
                                        String.join(", ", texts())));
    }

    /// Whether it is a file that keeps one command running.
    public boolean isUnit() {
        return this == SYSTEMD || this == LAUNCHD;
    }

    /// Whether it is for a web server, which can ask for passwords.
    public boolean isWeb() {
        return this == NGINX || this == NGINX_UPSTREAM || this == CADDY;
    }

    /// Whether it says something of a server that has no shares.
    boolean isOfServers() {
        return this == AUTHORIZED_KEYS || this == SSHD_CONFIG || this == PORTICO;
    }

    /// As the command line has it.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> texts() {
        return Stream.of(values()).map(ExportForm::text).toList();
    }
}
