package dev.portico.interop.export;

import java.util.List;
import java.util.stream.Collectors;

/// A user unit that keeps a command running.
public final class SystemdUnit {
    private SystemdUnit() {}

    /// @param name of the share
    /// @param command its first word is a path, or is looked up by systemd
    public static String of(String name, List<String> command) {
        String line =
                OneLine.checked(command).stream()
                        .map(SystemdUnit::quoted)
                        .collect(Collectors.joining(" "));
        // a backslash at the end would join the next line
        return """
        [Unit]
        Description=Share %s by %s
        After=network-online.target

        [Service]
        ExecStart=%s
        Restart=always
        RestartSec=5

        [Install]
        WantedBy=default.target
        """
                .formatted(
                        OneLine.checked(name).replace("%", "%%"),
                        command.getFirst().replaceFirst(".*/", "").replace("%", "%%"),
                        line);
    }

    /// As systemd.service(5) takes a line apart, which also fills in `%h` and `$HOME`.
    private static String quoted(String word) {
        String literal = word.replace("%", "%%").replace("$", "$$");
        return literal.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? literal
                : "\"" + literal.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
