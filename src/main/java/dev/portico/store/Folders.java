package dev.portico.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this platform wants a program to keep its settings.
public final class Folders {
    private Folders() {}

    /// @param osName as the system property `os.name` has it
    public static Path settings(Map<String, String> env, String osName, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return named(env, "APPDATA", home.resolve("AppData").resolve("Roaming"))
                    .resolve("Portico");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Portico");
        }
        return named(env, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("portico");
    }

    /// A relative path there is to be ignored, says the XDG base directory specification.
    private static Path named(Map<String, String> env, String variable, Path otherwise) {
        String value = env.getOrDefault(variable, "");
        return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
