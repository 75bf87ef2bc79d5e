package dev.portico.console;

import dev.portico.share.KeyMaker;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Wording;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The key of the new account: one that is there, or a new one.
final class SetupKey {
    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Its private key, made if it is not there; in the settings by default.")
    private @Nullable Path given;

    @Option(names = "--passphrase", description = "Ask for a passphrase for a new key.")
    private boolean passphrase;

    private boolean made;

    Path file(Surroundings around, Path settings, String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-");
        return given == null
                ? settings.resolve("keys").resolve(plain)
                : Given.path("--key", given, around.home());
    }

    /// @return its public half
    String take(KeyMaker keys, Path file, Server server, Surroundings around)
            throws ProblemException {
        if (Files.exists(file)) {
            return keys.publicHalf(file);
        }
        char[] secret = passphrase ? ask(around) : new char[0];
        String half = keys.make(file, "portico " + server.host(), secret);
        made = true;
        return half;
    }

    /// A key that was made for nothing.
    void dropIfNew(Path file) {
        if (made) {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(Path.of(file + ".pub"));
            } catch (IOException e) {
                System.getLogger(SetupKey.class.getName())
                        .log(System.Logger.Level.WARNING, "an unused key stays: " + file, e);
            }
        }
    }

    private static char[] ask(Surroundings around) {
        char[] first = answer(around, "console.setup.passphrase");
        char[] second = answer(around, "console.setup.passphrase-again");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new WrongUsage("console.usage.setup-passphrase");
        }
        return first;
    }

    private static char[] answer(Surroundings around, String key) {
        Optional<char[]> answer = around.secrets().ask(Wording.text(around.locale(), key), false);
        return answer.orElseThrow(() -> new WrongUsage("console.usage.setup-passphrase"));
    }
}
