package dev.portico.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Jazzer at one reader, in a process of its own; what it learnt is kept for the next time.
///
/// @param folder of this reader
record Run(Fuzzed fuzzed, Path folder, long seconds) {
    private static final Pattern PROGRESS =
            Pattern.compile("#(\\d+)\\s.*cov: (\\d+) ft: (\\d+) corp: (\\d+)");
    private static final Pattern FINDING = Pattern.compile("== Java \\w+|== libFuzzer: \\w+");

    /// @param edges of the code that were passed
    record Result(String name, long executions, int edges, int kept, List<String> findings) {
        String row() {
            String found = findings.isEmpty() ? "nothing" : String.join("<br>", findings);
            return "| %s | %,d | %d | %d | %s |".formatted(name, executions, edges, kept, found);
        }
    }

    Result run() throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        int number = 0;
        for (String seed : fuzzed.seeds()) {
            Files.writeString(corpus.resolve("seed-" + number++), seed);
        }
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(command(corpus))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        int exitCode = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        return result(Files.readString(log, StandardCharsets.ISO_8859_1), exitCode);
    }

    private List<String> command(Path corpus) {
        List<String> instrumented = new ArrayList<>(List.of("dev.portico.**"));
        instrumented.addAll(fuzzed.libraries());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + fuzzed.getClass().getName(),
                "--instrumentation_includes=" + String.join(File.pathSeparator, instrumented),
                "--keep_going=5",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + seconds,
                "-max_len=4096",
                "-timeout=30",
                "-rss_limit_mb=4096",
                corpus.toString());
    }

    /// In memory where that can be: files are made by the thousand.
    private static Path temporary() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? memory
                : Path.of(System.getProperty("java.io.tmpdir", "."));
    }

    private Result result(String log, int exitCode) {
        List<MatchResult> progress = PROGRESS.matcher(log).results().toList();
        if (progress.isEmpty()) {
            throw new IllegalStateException(fuzzed.name() + " did not start: " + log);
        }
        MatchResult last = progress.getLast();
        List<String> findings =
                new ArrayList<>(log.lines().filter(line -> FINDING.matcher(line).find()).toList());
        if (findings.isEmpty() && exitCode != 0) {
            findings.add("ended with " + exitCode);
        }
        return new Result(
                fuzzed.name(),
                Long.parseLong(last.group(1)),
                Integer.parseInt(last.group(2)),
                Integer.parseInt(last.group(4)),
                List.copyOf(findings));
    }
}
