package dev.portico.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Well-known programs that measure HTTP, where this computer has both; the benchmark's own
/// visitor and server stand in for them elsewhere.
record WebTools(Optional<Wrk> wrk, Optional<Nginx> nginx) implements AutoCloseable {

    static WebTools start(Path folder) throws IOException {
        Optional<Path> wrk = program("wrk");
        Optional<Path> nginx = program("nginx");
        return wrk.isEmpty() || nginx.isEmpty()
                ? new WebTools(Optional.empty(), Optional.empty())
                : new WebTools(
                        wrk.map(Wrk::new),
                        Optional.of(new Nginx(nginx.get(), folder.resolve("nginx"))));
    }

    /// What was used, for the report.
    String text() {
        return wrk.isPresent() && nginx.isPresent()
                ? wrk.get().name() + " against " + nginx.get().name()
                : "the benchmark's own visitor and server";
    }

    private static Optional<Path> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        nginx.ifPresent(Nginx::close);
    }
}
