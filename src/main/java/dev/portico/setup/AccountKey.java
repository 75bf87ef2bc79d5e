package dev.portico.setup;

import dev.portico.share.KeyMaker;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// The key of the new account on this computer: one that is there, or a new one.
public final class AccountKey {
    private final KeyMaker keys;
    private final Path file;
    private boolean made;

    public AccountKey(KeyMaker keys, Path file) {
        this.keys = keys;
        this.file = file;
    }

    /// Where a new key goes that nobody has named a file for.
    ///
    /// @param name of the server with the new account
    public static Path place(Path settings, String name) {
        return settings.resolve("keys").resolve(name.replaceAll("[^A-Za-z0-9._-]", "-"));
    }

    public Path file() {
        return file;
    }

    /// @param passphrase asked for when a key is made; empty for none, wiped
    public String publicHalf(Server server, Supplier<char[]> passphrase) throws ProblemException {
        if (Files.exists(file)) {
            return keys.publicHalf(file);
        }
        String half = keys.make(file, "portico " + server.host(), passphrase.get());
        made = true;
        return half;
    }

    /// Takes away a key that was made for nothing.
    public void dropIfNew() {
        if (made) {
            made = false;
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(Path.of(file + ".pub"));
            } catch (IOException e) {
                System.getLogger(AccountKey.class.getName())
                        .log(System.Logger.Level.WARNING, "an unused key stays: " + file, e);
            }
        }
    }
}
