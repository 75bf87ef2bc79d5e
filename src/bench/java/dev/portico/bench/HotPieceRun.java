package dev.portico.bench;

import dev.portico.link.HotPieces;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Times the hot pieces by themselves.
final class HotPieceRun {
    private HotPieceRun() {}

    static void run(Path folder) throws IOException, RunnerException {
        Files.createDirectories(folder);
        new Runner(
                        new OptionsBuilder()
                                .include(HotPieces.class.getName())
                                .result(folder.resolve("hot-pieces.csv").toString())
                                .build())
                .run();
    }
}
