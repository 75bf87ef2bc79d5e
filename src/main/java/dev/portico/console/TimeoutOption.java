package dev.portico.console;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Duration;

/// How long connecting may take.
final class TimeoutOption {
    static final int LONGEST_SECONDS = 3_600;

    @Option(
            names = "--connect-timeout",
            paramLabel = "SECONDS",
            description = "For the whole of connecting; 15 when never given.")
    private @Nullable String text;

    Duration or(Duration before) {
        if (text == null) {
            return before;
        }
        if (!text.matches("[0-9]{1,4}")
                || text.matches("0+")
                || Integer.parseInt(text) > LONGEST_SECONDS) {
            throw new WrongUsage("console.usage.connect-timeout");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }
}
