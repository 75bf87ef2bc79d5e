package dev.portico.console;

import java.nio.file.Path;
import java.time.Duration;

/// Values of options as they were meant.
final class Given {
    private static final int LONGEST_SECONDS = 3_600;

    private Given() {}

    /// A shell leaves the `~` of `--option=~/file` as it is.
    static Path path(Path given, Path home) {
        Path whole =
                given.startsWith("~") && given.getNameCount() > 1
                        ? home.resolve(given.subpath(1, given.getNameCount()))
                        : given;
        return whole.toAbsolutePath().normalize();
    }

    static Duration seconds(int given) {
        if (given < 1 || given > LONGEST_SECONDS) {
            throw new WrongUsage("console.usage.connect-timeout");
        }
        return Duration.ofSeconds(given);
    }
}
