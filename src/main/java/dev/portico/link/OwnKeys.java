package dev.portico.link;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;

import dev.portico.share.KeyMaker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Secrets;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/// Makes keys in OpenSSH's own format, so that every other program can use them too.
public final class OwnKeys implements KeyMaker {

    @Override
    public String make(Path file, String comment, char[] passphrase) throws ProblemException {
        byte[] secret = Secrets.bytes(passphrase);
        try {
            KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ED25519);
            try {
                pair.setPublicKeyComment(comment);
                write(file, pair, secret.length == 0 ? null : secret);
                String half = half(pair, comment);
                Files.writeString(Path.of(file + ".pub"), half + "\n");
                return half;
            } finally {
                pair.dispose();
            }
        } catch (IOException e) {
            throw notSaved(file, e);
        } catch (JSchException e) {
            throw new ProblemException(Diagnosis.unexpected(e), e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public String publicHalf(Path file) throws ProblemException {
        try (KeyFile key = KeyFile.read(file)) {
            byte[] beside = key.publicHalf().orElse(null);
            if (beside != null) {
                return new String(beside, StandardCharsets.UTF_8).strip();
            }
            return derived(key, file);
        }
    }

    private static String derived(KeyFile key, Path file) throws ProblemException {
        byte[] bytes = key.bytes().clone();
        try {
            KeyPair pair = KeyPair.load(new JSch(), bytes, null);
            try {
                return half(pair, String.valueOf(file.getFileName()));
            } finally {
                pair.dispose();
            }
        } catch (JSchException | RuntimeException e) {
            throw key.damaged(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static String half(KeyPair pair, String comment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pair.writePublicKey(out, comment);
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private static void write(Path file, KeyPair pair, byte @Nullable [] passphrase)
            throws IOException, JSchException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, rights(folder, "rwx------"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pair.writeOpenSSHv1PrivateKey(out, passphrase);
        byte[] bytes = out.toByteArray();
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        rights(file, "rw-------"))) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Elsewhere the rights of the user's own folder hold.
    private static FileAttribute<?>[] rights(Path near, String posix) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
                }
                : new FileAttribute<?>[0];
    }

    private static ProblemException notSaved(Path file, IOException e) {
        String why = e instanceof FileAlreadyExistsException ? "there" : "";
        return new ProblemException(
                Problem.of(
                        ProblemCode.KEY_NOT_SAVED,
                        DiskWords.of(e),
                        "file",
                        file.toString(),
                        Problem.WHY,
                        why),
                e);
    }
}
