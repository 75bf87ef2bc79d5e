package dev.portico.interop.export;

import dev.portico.share.BadInput;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an export can look like.
public enum ExportForm {
    SSH(Of.EACH),
    AUTOSSH(Of.EACH),
    SSH_CONFIG(Of.ALL),
    SYSTEMD(Of.ONE),
    LAUNCHD(Of.ONE),
    NGINX(Of.ALL),
    NGINX_UPSTREAM(Of.ALL),
    CADDY(Of.EACH),
    PORTICO(Of.ALL);

    /// Of how many shares one text is.
    private enum Of {
        ONE,
        EACH,
        ALL
    }

    private final Of of;

    ExportForm(Of of) {
        this.of = of;
    }

    public static ExportForm parse(String text) {
        return Stream.of(values())
                .filter(form -> form.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("input.export.form", "text", text, "forms", allTexts()));
    }

    /// Whether it is a file that keeps one command running.
    public boolean isUnit() {
        return of == Of.ONE;
    }

    /// Whether it is for a web server, which can ask for passwords.
    public boolean isWeb() {
        return switch (this) {
            case NGINX, NGINX_UPSTREAM, CADDY -> true;
            case SSH, AUTOSSH, SSH_CONFIG, SYSTEMD, LAUNCHD, PORTICO -> false;
        };
    }

    /// As the command line has it.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> texts() {
        return Stream.of(values()).map(ExportForm::text).toList();
    }

    private static String allTexts() {
        return texts().stream().collect(Collectors.joining(", "));
    }
}
