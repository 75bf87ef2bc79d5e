package dev.portico.link;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A private key as it stands in its file. Knows why a file is none; close wipes what was read.
final class KeyFile implements AutoCloseable {
    private static final int LARGEST = 1 << 20;
    private static final int HEAD = 64; // nothing of the secret stands there
    private static final String PUBLIC_END = "(-cert)?\\.pub$";
    private static final Pattern PUBLIC =
            Pattern.compile(
                    "(?s)(ssh-|ecdsa-|sk-|rsa-sha2-|---- BEGIN SSH2 PUBLIC|-----BEGIN [A-Z"
                            + " ]*PUBLIC).*");
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private final Path path;
    private final byte[] bytes;

    private KeyFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    static KeyFile read(Path path) throws ProblemException {
        try {
            KeyFile file = new KeyFile(path, SmallFile.read(path, LARGEST));
            file.check();
            return file;
        } catch (NoSuchFileException e) {
            throw problem(path, "missing", "", DiskWords.of(e));
        } catch (AccessDeniedException e) {
            throw problem(path, "forbidden", "", DiskWords.of(e));
        } catch (SmallFile.Unfit e) {
            throw problem(path, e.why(), "", "");
        } catch (IOException e) {
            throw problem(path, "", "", DiskWords.of(e));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /// What a certificate authority signed for this key, where it stands beside it.
    Optional<byte[]> certificate() {
        return beside("-cert.pub");
    }

    Optional<byte[]> publicHalf() {
        return beside(".pub");
    }

    /// OpenSSH refuses such a key.
    Optional<Problem> exposed() {
        try {
            boolean open =
                    Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains);
            return open
                    ? Optional.of(Problem.of(ProblemCode.KEY_EXPOSED, "", "file", path.toString()))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException _) {
            return Optional.empty(); // no such permissions here
        }
    }

    /// Why the bytes, which look like a private key, are none.
    ProblemException damaged(Exception e) {
        boolean begun = contains("-----BEGIN") || contains("PuTTY-User-Key-File");
        boolean ended = contains("-----END") || contains("Private-MAC:");
        String words = Diagnosis.words(e);
        if (words.contains("not available") || words.contains("not supported")) {
            return problem(path, "unsupported", "", words);
        }
        String raw = Diagnosis.root(e) instanceof RuntimeException ? "" : words;
        return problem(path, begun ? ended ? "damaged" : "truncated" : "other", "", raw);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    private void check() throws ProblemException {
        String head = head();
        if (head.isBlank()) {
            throw problem(path, "empty", "", "");
        }
        if (PUBLIC.matcher(head).matches()) {
            String twin = path.toString().replaceFirst(PUBLIC_END, "");
            boolean there = !twin.equals(path.toString()) && Files.isRegularFile(Path.of(twin));
            throw problem(path, there ? "public" : "public-alone", twin, "");
        }
    }

    /// Without the mark that some editors put first.
    private String head() {
        String head =
                new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        return head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3).strip() : head.strip();
    }

    private boolean contains(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return IntStream.rangeClosed(0, bytes.length - wanted.length)
                .anyMatch(
                        i -> Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length));
    }

    private Optional<byte[]> beside(String ending) {
        Path beside = Path.of(path + ending);
        try {
            return Files.isReadable(beside)
                    ? Optional.of(SmallFile.read(beside, LARGEST))
                    : Optional.empty();
        } catch (IOException e) {
            System.getLogger(KeyFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "cannot read " + beside, e);
            return Optional.empty();
        }
    }

    private static ProblemException problem(Path path, String why, String twin, String raw) {
        return new ProblemException(
                Problem.of(
                        ProblemCode.KEY_UNREADABLE,
                        raw,
                        "file",
                        path.toString(),
                        Problem.WHY,
                        why,
                        "private",
                        twin));
    }
}
