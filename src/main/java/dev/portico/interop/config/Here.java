package dev.portico.interop.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/// What of this computer a file may speak of.
///
/// @param hostName asked only where a file speaks of it: it may take a while to find out
public record Here(Path home, String user, Supplier<String> hostName, Map<String, String> env) {
    public Here {
        env = Map.copyOf(env);
    }

    public static Here of(Path home, Map<String, String> env) {
        return new Here(home, System.getProperty("user.name", ""), Here::ownName, env);
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    /// The usual place of the file.
    public Path file() {
        return home.resolve(".ssh").resolve("config");
    }

    /// Shorter for people.
    public String text(Path file) {
        return file.startsWith(home) ? "~/" + home.relativize(file) : file.toString();
    }

    Path withTilde(String text) {
        return text.equals("~") || text.startsWith("~/")
                ? Path.of(home + text.substring(1))
                : Path.of(text);
    }
}
