package dev.portico.interop.config;

import java.nio.file.Path;
import java.util.Map;

/// What of this computer a file may speak of.
public record Here(Path home, String user, String hostName, Map<String, String> env) {
    public Here {
        env = Map.copyOf(env);
    }

    /// The usual place of the file.
    public Path file() {
        return home.resolve(".ssh").resolve("config");
    }

    Path withTilde(String text) {
        return text.equals("~") || text.startsWith("~/")
                ? Path.of(home + text.substring(1))
                : Path.of(text);
    }
}
