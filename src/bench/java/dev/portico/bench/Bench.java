package dev.portico.bench;

import dev.portico.fixture.RealSshd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Compares Portico with `ssh -N -R` on the same server, and writes a report.
public final class Bench {
    private final Settings settings = Settings.fromProperties();
    private final Results results = new Results(settings.rounds());
    private final List<Row> rows = Rows.wanted(settings);

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(Bench::endOurProcesses));
        Bench bench = new Bench();
        if (Boolean.getBoolean("bench.jmh")) {
            HotPieceRun.run(bench.settings.report());
        } else {
            bench.run();
        }
        System.exit(0); // even when a peer left a thread behind
    }

    private void run() throws Exception {
        Instant begun = Instant.now();
        Path folder = Files.createTempDirectory("portico-bench");
        String web;
        try (WebTools tools = WebTools.start(folder);
                Service service = Service.start(tools);
                Visitors visitors = new Visitors(service, tools)) {
            web = tools.text();
            for (Stage stage : Stage.values()) {
                List<Row> ours = rows.stream().filter(row -> row.stage() == stage).toList();
                if (!ours.isEmpty()) {
                    stage(stage, ours, service, visitors, folder);
                }
            }
        } finally {
            delete(folder);
        }
        Report report = new Report(settings, rows, results, begun, web);
        System.out.println(report.write());
    }

    private void stage(Stage stage, List<Row> ours, Service service, Visitors visitors, Path folder)
            throws IOException, InterruptedException {
        try (RealSshd sshd = RealSshd.start("Ciphers " + stage.cipher());
                DelayingProxy proxy = new DelayingProxy(sshd.port(), stage.roundTripMillis())) {
            Way way =
                    stage.roundTripMillis() == 0 ? Way.to(sshd) : Way.through(proxy, sshd, folder);
            try (Rounds rounds =
                    new Rounds(settings, stage, way, service, visitors, folder, results)) {
                rounds.measure(ours);
            }
        }
    }

    /// Only what this process started; there is none left when all went well.
    private static void endOurProcesses() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
