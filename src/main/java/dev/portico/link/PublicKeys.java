package dev.portico.link;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;

import dev.portico.share.ProblemException;
import dev.portico.share.Secrets;
import dev.portico.share.SignIn;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The public half of a key file, which files of OpenSSH hold unlocked.
public final class PublicKeys {
    private PublicKeys() {}

    /// Of the first key file that would be offered. As a line of `authorized_keys` has it: type and
    /// base64; empty where none can be read.
    public static Optional<String> of(SignIn signIn) {
        List<Path> files =
                switch (signIn) {
                    case SignIn.KeyFiles(List<Path> paths) -> paths;
                    case SignIn.Automatic _ -> Secrets.usualKeys();
                    case SignIn.Agent _, SignIn.Password _ -> List.of();
                };
        return files.stream().flatMap(file -> of(file).stream()).findFirst();
    }

    private static Optional<String> of(Path path) {
        try (KeyFile file = KeyFile.read(path)) {
            KeyPair pair =
                    KeyPair.load(new JSch(), file.bytes().clone(), file.publicHalf().orElse(null));
            byte[] blob = pair == null ? null : pair.getPublicKeyBlob();
            String type = pair == null ? "" : pair.getKeyTypeString();
            if (pair != null) {
                pair.dispose();
            }
            return Optional.ofNullable(blob)
                    .map(bytes -> type + " " + Base64.getEncoder().encodeToString(bytes));
        } catch (ProblemException | JSchException _) {
            return Optional.empty(); // there is nothing to copy, then
        }
    }
}
