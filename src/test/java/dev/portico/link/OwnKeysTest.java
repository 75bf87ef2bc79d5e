package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.Commands;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// OpenSSH's own program reads the keys that are made here.
class OwnKeysTest {
    private final OwnKeys keys = new OwnKeys();

    @TempDir Path folder;

    @BeforeEach
    void withKeygen() {
        assumeTrue(Commands.exists("ssh-keygen"), "no ssh-keygen on this computer");
    }

    @Test
    void aKeyIsReadByOpenSshAndByItsOwnerAlone() throws Exception {
        Path file = folder.resolve("keys/vps");
        String half = keys.make(file, "portico vps", new char[0]);
        assertThat(half).startsWith("ssh-ed25519 AAAA").endsWith(" portico vps");
        assertThat(Files.readString(Path.of(file + ".pub"))).isEqualTo(half + "\n");
        assertThat(read(file, "")).isEqualTo(half);
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(file.resolveSibling("."))).isEqualTo("rwx------");
    }

    @Test
    void aPassphraseLocksIt() throws Exception {
        Path file = folder.resolve("locked");
        String half = keys.make(file, "locked", "pass 中文".toCharArray());
        assertThat(Commands.run("ssh-keygen", "-y", "-P", "", "-f", file.toString()).exitCode())
                .isNotZero();
        assertThat(read(file, "pass 中文")).isEqualTo(half);
    }

    @Test
    void aFileIsNeverWrittenOver() throws Exception {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        assertThat(Problems.of(() -> keys.make(file, "", new char[0])).code())
                .isEqualTo(ProblemCode.KEY_NOT_SAVED);
        assertThat(file).hasContent("mine");
    }

    @Test
    void thePublicHalfIsFoundBesideOrInTheKey() throws Exception {
        Path file = folder.resolve("id");
        String half = keys.make(file, "id", "secret".toCharArray());
        assertThat(keys.publicHalf(file)).isEqualTo(half);
        Files.delete(Path.of(file + ".pub"));
        assertThat(keys.publicHalf(file)).isEqualTo(half);
    }

    private static String read(Path key, String passphrase) {
        return Commands.succeed("ssh-keygen", "-y", "-P", passphrase, "-f", key.toString()).strip();
    }

    private static String rights(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
