package dev.portico.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A known_hosts file that Portico adds lines to.
final class KnownHostsFile {
    private final Path path;

    KnownHostsFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /// @param host as it stands in known_hosts: `host` or `[host]:port`
    synchronized void add(String host, byte[] key) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String before = Files.exists(path) ? Files.readString(path) : "";
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        String line = host + " " + type(key) + " " + Base64.getEncoder().encodeToString(key);
        Files.writeString(
                path, gap + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// The type that stands first in a key's own encoding (RFC 4253, section 6.6).
    static String type(byte[] key) {
        int length = new Incoming(key, 0, key.length).length();
        return new String(key, 4, length, StandardCharsets.US_ASCII);
    }

    static String fingerprint(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
