package dev.portico.link;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.Commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A key in the format of PuTTY.
final class PuttyKey {
    private PuttyKey() {}

    /// @param made the same key, as OpenSSH writes it
    /// @param format such as `version=3,memory=1024`
    static Path in(Path folder, Path made, String passphrase, String format) throws IOException {
        assumeTrue(Commands.exists("puttygen"), "no puttygen on this computer");
        Path words = Files.writeString(folder.resolve("words"), passphrase);
        Path key = folder.resolve("key.ppk");
        Commands.succeed(
                "puttygen",
                made.toString(),
                "-O",
                "private",
                "-o",
                key.toString(),
                "--new-passphrase",
                words.toString(),
                "--ppk-param",
                format);
        return key;
    }
}
