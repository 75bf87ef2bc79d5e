package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Commands;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.ScriptedAsker;
import dev.portico.share.Keyring;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Signing in with keys, as people have them.
class KeySignInTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests("LogLevel VERBOSE");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "ed25519,RFC4716,''",
        "ed25519,RFC4716,open sesame",
        "ecdsa,RFC4716,open sesame",
        "rsa,RFC4716,open sesame",
        "rsa,PEM,''",
        "rsa,PEM,open sesame",
        "ecdsa,PEM,open sesame",
        "rsa,PKCS8,''",
        "rsa,PKCS8,open sesame",
        "ecdsa,PKCS8,''"
    })
    void keysOfEveryFormatSignIn(String type, String format, String passphrase) throws Exception {
        Path key = newKey("key", type, passphrase, "-m", format);
        Files.delete(Path.of(key + ".pub"));
        ScriptedAsker asker = ScriptedAsker.answering(passphrase);
        try (SignInRig rig = new SignInRig(asker)) {
            rig.open(with(key));
        }
        assertThat(asker.secrets).hasSize(passphrase.isEmpty() ? 0 : 1);
        assertThat(asker.warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2,''", "3,''", "2,open sesame", "3,open sesame"})
    void keysOfPuttySignIn(String version, String passphrase) throws Exception {
        Path made = newKey("made", "ed25519", "");
        Path key = PuttyKey.in(folder, made, passphrase, "version=" + version);
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering(passphrase))) {
            rig.open(with(key));
        }
    }

    @Test
    void aPassphraseIsAskedForOnceInARun() throws Exception {
        Path key = newKey("key", "ed25519", "open sesame");
        ScriptedAsker asker = ScriptedAsker.answering("open sesame");
        try (SignInRig rig = new SignInRig(asker)) {
            for (int i = 0; i < 3; i++) {
                rig.open(with(key));
            }
        }
        assertThat(asker.secrets).hasSize(1);
    }

    @Test
    void aWrongPassphraseIsAskedForAgainAndLocksNobodyOut() throws Exception {
        Path key = newKey("key", "ed25519", "open sesame");
        ScriptedAsker asker = ScriptedAsker.answering("a", "b", "c", "d", "open sesame");
        try (SignInRig rig = new SignInRig(asker)) {
            assertThat(rig.problem(with(key)).code()).isEqualTo(ProblemCode.PASSPHRASE_WRONG);
            assertThat(asker.secrets).extracting("again").containsExactly(false, true, true);
            rig.open(with(key));
            assertThat(asker.secrets).hasSize(5);
        }
    }

    @Test
    void aCertificateBesideTheKeySignsIn() throws Exception {
        Path authority = newKey("authority", "ed25519", "");
        try (RealSshd sshd = RealSshd.start("TrustedUserCAKeys " + authority + ".pub")) {
            for (String type : List.of("ed25519", "rsa", "ecdsa")) {
                Path key = unknownKey("of-" + type, type, "");
                certify(authority, key, "+1h");
                try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
                    rig.open(sshd.server().withSignIn(keys(key)));
                }
            }
        }
    }

    @Test
    void aKeyWhoseCertificateHasExpiredSignsInByItself() throws Exception {
        Path authority = unknownKey("authority", "ed25519", "");
        Path key = newKey("key", "ed25519", "");
        certify(authority, key, "20200101:20200102");
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            rig.open(with(key));
        }
    }

    @ParameterizedTest
    @CsvSource({"missing", "empty", "text", "truncated", "damaged", "public", "public-alone"})
    void aFileThatIsNoKeySaysWhichWay(String what) throws Exception {
        Path good = newKey("good", "rsa", "", "-m", "PEM");
        List<String> lines = Files.readAllLines(good);
        Path key = folder.resolve("bad");
        switch (what) {
            case "missing" -> {}
            case "empty" -> Files.createFile(key);
            case "text" -> Files.writeString(key, "Dear diary,");
            case "truncated" -> Files.write(key, lines.subList(0, lines.size() / 2));
            case "damaged" -> {
                lines.remove(3);
                Files.write(key, lines);
            }
            case "public" -> key = Path.of(good + ".pub");
            case "public-alone" ->
                    Files.copy(Path.of(good + ".pub"), key = folder.resolve("alone.pub"));
            default -> throw new AssertionError(what);
        }
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            Problem problem = rig.problem(with(key));
            assertThat(problem.code()).isEqualTo(ProblemCode.KEY_UNREADABLE);
            assertThat(problem.title(Locale.ENGLISH))
                    .contains(key.toString())
                    .contains(
                            switch (what) {
                                case "missing" -> "no key file";
                                case "empty" -> "empty";
                                case "text" -> "not a key";
                                case "truncated" -> "cut short";
                                case "damaged" -> "damaged";
                                default -> "public half";
                            });
            if (what.equals("public")) {
                assertThat(problem.remedy(Locale.ENGLISH)).contains("Choose " + good + " instead");
            }
        }
    }

    @Test
    void aKeyThatOthersCanReadWarnsAndWorks() throws Exception {
        Path key = newKey("key", "ed25519", "");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        ScriptedAsker asker = ScriptedAsker.answering();
        try (SignInRig rig = new SignInRig(asker)) {
            rig.open(with(key));
            rig.open(with(key));
        }
        assertThat(asker.warnings)
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.remedy(Locale.ENGLISH))
                                        .contains("chmod 600 " + key));
    }

    @ParameterizedTest
    @CsvSource({"bom,RFC4716", "crlf,RFC4716", "bom,PEM", "crlf,PEM"})
    void keysThatAnEditorWentOverWork(String what, String format) throws Exception {
        Path key = newKey("key", "rsa", "", "-m", format);
        String text = Files.readString(key);
        Files.writeString(key, what.equals("bom") ? "\ufeff" + text : text.replace("\n", "\r\n"));
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            rig.open(with(key));
        }
    }

    @Test
    void threeKeysAreOfferedAtMostAndEachOnce() throws Exception {
        Path[] keys = new Path[4];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = unknownKey("rsa" + i, "rsa", "");
        }
        int before = SSHD.log().split("Failed publickey", -1).length;
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            assertThat(rig.problem(with(keys)).code()).isEqualTo(ProblemCode.AUTH_REFUSED);
        }
        assertThat(SSHD.log().split("Failed publickey", -1).length - before).isEqualTo(3);
    }

    @Test
    void nothingToOfferIsNoRefusedKey() throws Exception {
        String home = System.setProperty("user.home", folder.toString());
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            Server server = SSHD.server().withSignIn(new SignIn.Automatic());
            assertThat(rig.problem(server).code()).isEqualTo(ProblemCode.AGENT_ABSENT);
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void anAgentSignsInAndSparesThePassphrase() throws Exception {
        Path key = newKey("key", "ed25519", "open sesame");
        Path open = Files.copy(key, folder.resolve("open"));
        Commands.succeed("ssh-keygen", "-p", "-P", "open sesame", "-N", "", "-f", open.toString());
        Path socket = folder.resolve("agent");
        Process agent =
                new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        ScriptedAsker asker = ScriptedAsker.answering();
        try (SignInRig rig = new SignInRig(asker, Keyring.NONE, Optional.of(socket))) {
            Server byAgent = SSHD.server().withSignIn(new SignIn.Agent());
            dev.portico.fixture.Await.until(() -> Files.exists(socket));
            assertThat(rig.problem(byAgent).code()).isEqualTo(ProblemCode.AGENT_ABSENT);
            ProcessBuilder adding = new ProcessBuilder("ssh-add", "-q", open.toString());
            adding.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertThat(adding.start().waitFor()).isZero();
            rig.open(byAgent);
            rig.open(with(key));
        } finally {
            agent.destroy();
            agent.waitFor();
        }
        assertThat(asker.secrets).isEmpty();
    }

    private Path newKey(String name, String type, String passphrase, String... more)
            throws IOException {
        Path key = unknownKey(name, type, passphrase, more);
        Files.writeString(
                SSHD.folder().resolve("authorized_keys"),
                "\n" + Files.readString(Path.of(key + ".pub")),
                StandardOpenOption.APPEND);
        return key;
    }

    private Path unknownKey(String name, String type, String passphrase, String... more) {
        Path key = folder.resolve(name);
        Stream<String> command =
                Stream.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", key.toString());
        Commands.succeed(Stream.concat(command, Stream.of(more)).toArray(String[]::new));
        return key;
    }

    private static void certify(Path authority, Path key, String validity) {
        Commands.succeed(
                "ssh-keygen",
                "-q",
                "-s",
                authority.toString(),
                "-I",
                "test",
                "-n",
                SSHD.user(),
                "-V",
                validity,
                key + ".pub");
    }

    private static SignIn keys(Path... keys) {
        return new SignIn.KeyFiles(List.of(keys));
    }

    private static Server with(Path... keys) {
        return SSHD.server().withSignIn(keys(keys));
    }
}
