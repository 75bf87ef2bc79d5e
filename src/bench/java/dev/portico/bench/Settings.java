package dev.portico.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What was asked for on the command line.
///
/// @param warmUp megabytes that each program carries before it is measured
/// @param only the rows to measure; empty for all
/// @param layout the built program
/// @param report where the results go
record Settings(
        int rounds, int megabytes, int warmUp, List<String> only, Path layout, Path report) {
    static final String LOOPBACK = "127.0.0.1";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /// New connections that each program takes before it is measured.
    int warmUpConnections() {
        return Math.max(8, warmUp * 20 / 3);
    }

    /// Web requests that each program carries before it is measured.
    int warmUpRequests() {
        return warmUp * 1_000 / 3;
    }

    static Settings fromProperties() {
        return new Settings(
                Integer.getInteger("bench.rounds", 7),
                Integer.getInteger("bench.megabytes", 400),
                Integer.getInteger("bench.warmup", 300),
                Stream.of(System.getProperty("bench.only", "").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                Path.of(System.getProperty("portico.layout", "target/portico")).toAbsolutePath(),
                Path.of(System.getProperty("bench.report", "target/bench")).toAbsolutePath());
    }
}
