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
            description = "Private key to sign in with; may be given more than once.")
    private @Nullable List<Path> keys;

    SignIn or(SignIn before, Path home) {
        return keys == null
                ? before
                : new SignIn.KeyFiles(keys.stream().map(key -> Given.path(key, home)).toList());
    }
}
