package dev.portico.link;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A known_hosts file. What cannot be read is a failure: no file must look like an empty one.
///
/// @param taken also holds what was added and could not be written
record KnownHostsFile(Path path, Clock clock, TakenKeys taken) {
    /// Any bytes are text in it, so that no foreign comment makes a file unreadable.
    private static final Charset CHARSET = StandardCharsets.ISO_8859_1;

    private static final int LARGEST = 1 << 24;

    /// The usual way of scripts to name a file that is always empty.
    private static final Path EMPTY = Path.of("/dev/null");

    /// Nothing where there is no file.
    List<KnownHost> read() throws IOException {
        List<KnownHost> known = new ArrayList<>();
        for (String line : lines()) {
            KnownHost one = KnownHost.parse(line);
            if (one != null) {
                known.add(one);
            } else if (line.strip().startsWith(KnownHost.REVOKED)) {
                throw new IOException("not clear which key is revoked: " + line.strip());
            }
        }
        return known;
    }

    /// What was added in this run, wherever it stands now.
    List<KnownHost> added() {
        return taken.in(path);
    }

    /// Holds for this run, also where it cannot be written.
    ///
    /// @param host as it stands in known_hosts: `host` or `[host]:port`
    void add(String host, byte[] key) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(key);
        String seen = KnownHost.seen(LocalDate.now(clock).toString());
        taken.hold(path, new KnownHost(KnownHost.PLAIN, host, encoded, seen));
        append(String.join(" ", host, type(key), encoded, seen));
    }

    private void append(String line) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String before = text();
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Files.writeString(
                path,
                gap + line + "\n",
                CHARSET,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /// Takes back which keys are trusted for a host. Patterns, authorities and revoked keys stay.
    ///
    /// @return how many were forgotten
    int forget(String host) throws IOException {
        List<String> kept = new ArrayList<>();
        int forgotten = 0;
        for (String line : lines()) {
            String left = without(host, line);
            forgotten += line.equals(left) ? 0 : 1;
            if (left != null) {
                kept.add(left);
            }
        }
        if (forgotten > 0) {
            Path real = path.toRealPath();
            Path next = Files.createTempFile(real.getParent(), "known_hosts", ".tmp");
            Files.write(next, kept, CHARSET);
            Files.move(next, real, StandardCopyOption.ATOMIC_MOVE);
        }
        return Math.max(forgotten, taken.forget(path, host));
    }

    private static @Nullable String without(String host, String line) {
        KnownHost known = KnownHost.parse(line);
        if (known == null || !known.marker().equals(KnownHost.PLAIN) || !known.isOf(host)) {
            return line;
        }
        String others = known.hostsWithout(host);
        return others.isEmpty() ? null : line.replace(known.hosts(), others);
    }

    private List<String> lines() throws IOException {
        return text().lines().toList();
    }

    private String text() throws IOException {
        boolean nothing = path.equals(EMPTY) || !Files.exists(path);
        return nothing ? "" : new String(SmallFile.read(path, LARGEST), CHARSET);
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
