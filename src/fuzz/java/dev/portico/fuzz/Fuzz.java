package dev.portico.fuzz;

import dev.portico.interop.RemoteTextFuzz;
import dev.portico.interop.ShellWordsFuzz;
import dev.portico.interop.SshLineFuzz;
import dev.portico.interop.config.SshConfigFuzz;
import dev.portico.link.KnownHostsFuzz;
import dev.portico.share.ServerFuzz;
import dev.portico.share.TargetFuzz;
import dev.portico.store.ParcelFuzz;
import dev.portico.store.SettingsFuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Lets every reader be fed with what covers more and more of it, and writes what was found.
public final class Fuzz {
    private static final String HEAD =
            """
            | reader | inputs | edges covered | inputs kept | found |
            |---|---|---|---|---|
            """;

    private Fuzz() {}

    static List<Fuzzed> all() {
        return List.of(
                new ParcelFuzz(),
                new SshConfigFuzz(),
                new SshLineFuzz(),
                new RemoteTextFuzz(),
                new ShellWordsFuzz(),
                new ServerFuzz(),
                new TargetFuzz(),
                new KnownHostsFuzz(),
                new SettingsFuzz());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("fuzz.report")));
        long seconds = Long.getLong("fuzz.seconds", 600);
        List<String> only =
                Stream.of(System.getProperty("fuzz.only", "").split(","))
                        .filter(name -> !name.isBlank())
                        .toList();
        List<Run.Result> results = new ArrayList<>();
        for (Fuzzed fuzzed : all()) {
            if (only.isEmpty() || only.contains(fuzzed.name())) {
                Run.Result result = new Run(fuzzed, folder.resolve(fuzzed.name()), seconds).run();
                System.out.println(result.row());
                results.add(result);
            }
        }
        String rows = String.join("\n", results.stream().map(Run.Result::row).toList());
        Files.writeString(folder.resolve("report.md"), HEAD + rows + "\n");
        System.exit(results.stream().allMatch(result -> result.findings().isEmpty()) ? 0 : 1);
    }
}
