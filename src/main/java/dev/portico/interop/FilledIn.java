package dev.portico.interop;

import dev.portico.share.BadInput;

import java.util.regex.Pattern;

/// Texts in which ssh fills something in: for a percent sign that is not doubled, for a variable
/// (ssh_config(5), TOKENS and ENVIRONMENT VARIABLES).
final class FilledIn {
    private static final Pattern ANY = Pattern.compile("^(?:[^%]|%%)*+%|\\$\\{");

    private FilledIn() {}

    /// What ssh makes of it, unless that depends on where and by whom ssh is run.
    static String literal(String text) {
        if (ANY.matcher(text).find()) {
            throw new BadInput("input.ssh.filled-in", "text", text);
        }
        return text.replace("%%", "%");
    }
}
