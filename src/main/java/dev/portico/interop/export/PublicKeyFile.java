package dev.portico.interop.export;

import dev.portico.share.BadInput;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the public half of the key that signs in to a server.
public final class PublicKeyFile {
    private static final int LARGEST = 1 << 16;

    private PublicKeyFile() {}

    /// @param given instead of the one beside the server's key
    public static String read(Server server, Optional<Path> given) {
        Path file = given.orElseGet(() -> beside(server));
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw absent(file);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException _) {
            throw absent(file);
        }
    }

    private static Path beside(Server server) {
        if (server.signIn() instanceof SignIn.KeyFiles(List<Path> keys) && !keys.isEmpty()) {
            Path key = keys.getFirst();
            return key.resolveSibling(key.getFileName() + ".pub");
        }
        throw new BadInput("input.export.no-key", "server", server.name());
    }

    private static BadInput absent(Path file) {
        return new BadInput("input.export.key-file", "file", file.toString());
    }
}
