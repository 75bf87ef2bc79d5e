package dev.portico.console;

import dev.portico.share.SignIn;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;

/// Keys to sign in with.
class KeyOption {
    @Option(
            names = "-i",
            paramLabel = "KEY",
            description = "Private key to sign in with; may be given up to three times.")
    private @Nullable List<Path> keys;

    SignIn or(SignIn before, Path home) {
        if (keys != null && keys.size() > SignIn.MOST_KEYS) {
            throw new WrongUsage("console.usage.keys");
        }
        return keys == null
                ? before
                : new SignIn.KeyFiles(
                        keys.stream().map(key -> Given.path("-i", key, home)).toList());
    }
}
