package dev.portico.console;

import dev.portico.share.BadInput;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/// Paths as they were meant.
final class Given {
    private Given() {}

    /// Such as what a script makes of a variable that is not set.
    static void refuseEmpty(String option, @Nullable Object value) {
        if (value != null && value.toString().isBlank()) {
            throw new BadInput("console.usage.empty", "option", option);
        }
    }

    /// A shell leaves the `~` of `--option=~/file` as it is.
    static Path path(String option, Path given, Path home) {
        refuseEmpty(option, given);
        Path whole =
                given.startsWith("~") && given.getNameCount() > 1
                        ? home.resolve(given.subpath(1, given.getNameCount()))
                        : given;
        return whole.toAbsolutePath().normalize();
    }

    /// It may be missing: then no server is known yet.
    static Path knownHosts(Path given, Path home) {
        Path file = path("--known-hosts", given, home);
        if (Files.isDirectory(file)) {
            throw new BadInput("input.known-hosts.folder", "file", file.toString());
        }
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw new BadInput("input.known-hosts.unreadable", "file", file.toString());
        }
        return file;
    }
}
