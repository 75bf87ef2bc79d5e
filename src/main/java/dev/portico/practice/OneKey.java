package dev.portico.practice;

import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;

/// The key of one run and the host key to expect, in a private folder that goes with them.
record OneKey(Path folder, KeyPair pair) implements AutoCloseable {

    static OneKey make() throws IOException {
        Path folder = Files.createTempDirectory("portico-practice"); // owner only
        OneKey key = new OneKey(folder, newPair());
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                    key.pair(), "portico practice", null, text);
            Files.write(Files.createFile(key.file(), ownerOnly()), text.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            key.close();
            throw new IOException("the practice key cannot be written", e);
        }
        return key;
    }

    /// An elliptic curve: ready in milliseconds, where RSA takes up to seconds.
    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has this curve", e);
        }
    }

    Path file() {
        return folder.resolve("id_ecdsa");
    }

    Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    /// Writes down which host key belongs to that address.
    void trust(String host, int port, PublicKey hostKey) throws IOException {
        String name = port == 22 ? host : "[" + host + "]:" + port;
        Files.writeString(knownHosts(), name + " " + PublicKeyEntry.toString(hostKey) + "\n");
    }

    @Override
    public void close() {
        for (Path path : List.of(file(), knownHosts(), folder)) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException _) {
                path.toFile().deleteOnExit();
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
