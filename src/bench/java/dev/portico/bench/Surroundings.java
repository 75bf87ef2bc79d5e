package dev.portico.bench;

import dev.portico.fixture.Commands;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Where and how it was measured.
final class Surroundings {
    private Surroundings() {}

    /// @param web what loaded the HTTP rows
    static String text(Settings settings, Instant begun, String web) throws IOException {
        return """
        %s, %d rounds, %d MB per transfer, %d MB and %d web requests of warm-up.
        HTTP load: %s.
        %s %s, %d processors (%s), load average at the end %.1f.
        Java %s (%s). %s
        Visitors, service and client are separate processes on this machine; the client and
        the server are joined by loopback, or by a delaying proxy where a row says so.
        Open files allowed: %s; 10,000 visitors at once need more than 20,000
        (`ulimit -n 65536` before the run).
        A ratio is the median of the ratios round by round; the control is ssh against ssh.
        """
                .formatted(
                        begun.truncatedTo(ChronoUnit.SECONDS),
                        settings.rounds(),
                        settings.megabytes(),
                        settings.warmUp(),
                        settings.warmUpRequests(),
                        web,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        Commands.run("ssh", "-V").output().strip(),
                        Commands.run("sh", "-c", "ulimit -n").output().strip());
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        return !Files.exists(file)
                ? "?"
                : Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .findFirst()
                        .orElse("?");
    }
}
