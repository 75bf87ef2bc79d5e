package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Commands;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.share.Asker;
import dev.portico.share.HostKeys;
import dev.portico.share.Keyring;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/// Which host keys are trusted, and what is said of the others.
@Timeout(60)
class HostKeysTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[127.0.0.1]:PORT ",
                "[other]:7,[127.0.0.1]:PORT ",
                "[127.0.0.?]:* ",
                "* ",
                "127.0.0.1 "
            })
    void aLineThatNamesTheServerVouchesForIt(String hosts) throws Exception {
        known(hosts + ed25519());
        open();
    }

    @Test
    void aHashedLineVouchesForItsServer() throws Exception {
        known(place() + ed25519());
        Commands.succeed("ssh-keygen", "-q", "-H", "-f", file.toString());
        assertThat(Files.readString(file)).startsWith("|1|");
        open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*,![127.0.0.1]:PORT ", "[127.0.0.1]:22 ", "127.0.0.2 ", "# *"})
    void aLineThatDoesNotNameTheServerLeavesItUnknown(String hosts) throws Exception {
        known(hosts + ed25519());
        assertThat(problem().code()).isEqualTo(ProblemCode.HOST_KEY_UNKNOWN);
    }

    @Test
    void anUnknownKeySaysWhatToCompareItWith() throws Exception {
        known("");
        Problem problem = problem();
        assertThat(problem.title(Locale.ENGLISH)).contains(fingerprint("host_ed25519"));
        assertThat(problem.consoleRemedy(Locale.ENGLISH))
                .contains("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub");
    }

    @Test
    void theServerIsAskedForTheTypeThatIsKnown() throws Exception {
        known(place() + key("host_ecdsa"));
        open();
    }

    @Test
    void aKeyThatWasTakenKeepsItsDayAndItsChangeShowsBoth() throws Exception {
        try (RealSshd sshd = RealSshd.start()) {
            Server accepting = sshd.server().withHostKeys(new HostKeys(Optional.of(file), true));
            open(accepting, Asker.NOBODY);
            assertThat(Files.readString(file)).endsWith(" first seen 2026-03-04\n");
            String old = fingerprint(sshd, "host_ed25519");

            sshd.replaceHostKey();
            Problem problem = problem(accepting.withSignIn(new SignIn.Password()), nobodyAsked());
            assertThat(problem.code()).isEqualTo(ProblemCode.HOST_KEY_CHANGED);
            assertThat(problem.code().curesItself()).isFalse();
            assertThat(problem.title(Locale.ENGLISH)).contains(fingerprint(sshd, "host_ed25519"));
            assertThat(problem.consoleRemedy(Locale.ENGLISH))
                    .contains(old, "first seen: 2026-03-04", "portico servers forget-key 'real'");

            try (Links links = links(Asker.NOBODY)) {
                assertThat(links.forget(accepting)).isEqualTo(1);
            }
            open(accepting, Asker.NOBODY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"* ", "127.0.0.1 ", "[127.0.0.1]:PORT "})
    void aRevokedKeyIsAHardStop(String hosts) throws Exception {
        known(place() + ed25519(), "@revoked " + hosts + ed25519());
        assertThat(problem().code()).isEqualTo(ProblemCode.HOST_KEY_REVOKED);
        known("@revoked " + hosts + ed25519());
        assertThat(problem().code()).isEqualTo(ProblemCode.HOST_KEY_REVOKED);
    }

    @Test
    void aFileThatCannotBeReadLetsNobodyIn() throws Exception {
        Files.createDirectory(file);
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.HOST_KEYS_UNREADABLE);
        assertThat(problem.title(Locale.ENGLISH)).contains(file.toString());
    }

    @Test
    void aRevocationThatCannotBeReadLetsNobodyIn() throws Exception {
        known(place() + ed25519(), "@revoked * ssh-ed25519 cut-off");
        assertThat(problem().code()).isEqualTo(ProblemCode.HOST_KEYS_UNREADABLE);
    }

    @Test
    void aHostCertificateOfAKnownAuthorityIsTrusted() throws Exception {
        try (RealSshd sshd = certified("127.0.0.1")) {
            known("@cert-authority * " + key(folder, "authority"));
            open(strict(sshd), Asker.NOBODY);
            known(
                    "@cert-authority * " + key(folder, "authority"),
                    "@revoked * " + key(sshd.folder(), "host_ed25519"));
            assertThat(problem(strict(sshd), nobodyAsked()).code())
                    .isEqualTo(ProblemCode.HOST_KEY_REVOKED);
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityOrForAnotherNameIsAHardStop() throws Exception {
        newKey("stranger");
        try (RealSshd sshd = certified("other.example.com")) {
            known("@cert-authority * " + key(folder, "authority"));
            assertThat(problem(strict(sshd), nobodyAsked()).code())
                    .isEqualTo(ProblemCode.HOST_KEY_UNCERTIFIED);
            known("@cert-authority * " + key(folder, "stranger"));
            assertThat(problem(strict(sshd), nobodyAsked()).code())
                    .isEqualTo(ProblemCode.HOST_KEY_UNCERTIFIED);
        }
    }

    @Test
    void aPlainKeyWhereAnAuthorityIsKnownIsAHardStop() throws Exception {
        newKey("authority");
        known("@cert-authority * " + key(folder, "authority"));
        assertThat(problem(strict(SSHD), nobodyAsked()).code())
                .isEqualTo(ProblemCode.HOST_KEY_UNCERTIFIED);
    }

    @Test
    void forgettingLeavesEverythingElse() throws Exception {
        String others = "# mine\n@revoked " + place() + "ssh-ed25519 " + ed25519().split(" ")[1];
        known(others, "[other]:7," + place() + ed25519(), place() + key("host_ecdsa"));
        try (Links links = links(Asker.NOBODY)) {
            assertThat(links.forget(strict(SSHD))).isEqualTo(2);
            assertThat(links.forget(strict(SSHD))).isZero();
        }
        assertThat(Files.readString(file)).isEqualTo(others + "\n[other]:7 " + ed25519() + "\n");
    }

    /// Its only host key is certified by the authority of this test.
    private RealSshd certified(String principal) throws IOException {
        newKey("authority");
        Path certified = newKey("certified");
        Commands.succeed(
                "ssh-keygen",
                "-q",
                "-s",
                folder.resolve("authority").toString(),
                "-I",
                "host",
                "-h",
                "-n",
                principal,
                certified + ".pub");
        RealSshd sshd =
                RealSshd.start(
                        "HostKey " + certified, "HostCertificate " + certified + "-cert.pub");
        Files.copy(
                Path.of(certified + ".pub"),
                sshd.folder().resolve("host_ed25519.pub"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return sshd;
    }

    private Path newKey(String name) {
        Path key = folder.resolve(name);
        Commands.succeed("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        return key;
    }

    private void known(String... lines) throws IOException {
        Files.writeString(
                file, String.join("\n", lines).replace("PORT", String.valueOf(SSHD.port())) + "\n");
    }

    private static String place() {
        return "[127.0.0.1]:" + SSHD.port() + " ";
    }

    private static String ed25519() throws IOException {
        return key("host_ed25519");
    }

    private static String key(String name) throws IOException {
        return key(SSHD.folder(), name);
    }

    private static String key(Path folder, String name) throws IOException {
        String[] parts = Files.readString(folder.resolve(name + ".pub")).split(" ");
        return parts[0] + " " + parts[1].strip();
    }

    private static String fingerprint(String name) throws Exception {
        return fingerprint(SSHD, name);
    }

    private static String fingerprint(RealSshd sshd, String name) throws Exception {
        String file = sshd.folder().resolve(name + ".pub").toString();
        Process process = new ProcessBuilder("ssh-keygen", "-lf", file).start();
        return new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .split(" ")[1];
    }

    private Server strict(RealSshd sshd) {
        return sshd.server().withHostKeys(new HostKeys(Optional.of(file), false));
    }

    private void open() throws Exception {
        open(strict(SSHD), nobodyAsked());
    }

    private void open(Server server, Asker asker) throws Exception {
        try (LocalServices.Service echo = LocalServices.echo();
                Links links = links(asker);
                OneShare share = new OneShare(server, links)) {
            share.open(echo.target()).close();
        }
    }

    private Problem problem() throws Exception {
        return problem(strict(SSHD), Asker.NOBODY);
    }

    private Problem problem(Server server, Asker asker) throws Exception {
        return Problems.of(
                () -> {
                    open(server, asker);
                    return "it opened";
                });
    }

    private Links links(Asker asker) {
        return new Links(folder.resolve("own"), asker, Keyring.NONE, _ -> Optional.empty(), CLOCK);
    }

    private static Asker nobodyAsked() {
        return new Asker() {
            @Override
            public boolean trusts(HostKeyQuestion question) {
                throw new AssertionError("asked to trust a key");
            }

            @Override
            public Optional<char[]> secret(SecretQuestion question) {
                throw new AssertionError("asked for a secret");
            }
        };
    }
}
