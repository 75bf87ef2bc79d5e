package dev.portico.console;

import dev.portico.setup.AccountKey;
import dev.portico.share.KeyMaker;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Wording;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

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

    AccountKey of(KeyMaker keys, Surroundings around, Path settings, String name) {
        return new AccountKey(
                keys,
                given == null
                        ? AccountKey.place(settings, name)
                        : Given.path("--key", given, around.home()));
    }

    String publicHalf(AccountKey key, Server server, Surroundings around) throws ProblemException {
        return key.publicHalf(server, () -> passphrase ? ask(around) : new char[0]);
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
