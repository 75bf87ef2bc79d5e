package dev.portico.console;

import dev.portico.share.BadInput;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an export can look like.
enum ExportForm {
    SSH,
    AUTOSSH,
    SSH_CONFIG,
    SYSTEMD,
    LAUNCHD,
    NGINX,
    CADDY;

    static ExportForm parse(String text) {
        return Stream.of(values())
                .filter(form -> form.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("input.export.form", "text", text, "forms", allTexts()));
    }

    /// Whether it is a file that keeps one command running.
    boolean isUnit() {
        return switch (this) {
            case SYSTEMD, LAUNCHD -> true;
            case SSH, AUTOSSH, SSH_CONFIG, NGINX, CADDY -> false;
        };
    }

    /// Whether it is for a web server on the SSH server.
    boolean isSite() {
        return switch (this) {
            case NGINX, CADDY -> true;
            case SSH, AUTOSSH, SSH_CONFIG, SYSTEMD, LAUNCHD -> false;
        };
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String allTexts() {
        return Stream.of(values()).map(ExportForm::text).collect(Collectors.joining(", "));
    }
}
