package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.HostKeys;
import dev.portico.share.Journal;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can go wrong on the way to a server: each gives its code, in time.
class ConnectProblemsTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;

    private final Journal journal = new Journal(Clock.systemUTC());

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void aClosedPortIsUnreachable() throws Exception {
        int port = LocalServices.unusedPort();
        assertThat(code(at(port))).isEqualTo(ProblemCode.SERVER_UNREACHABLE);
    }

    @Test
    void anUnknownNameSaysSo() throws Exception {
        Server server = new Server("x", "no-such-host.invalid", 22, "u", key(SSHD.keyFile()));
        assertThat(code(server)).isEqualTo(ProblemCode.NAME_UNKNOWN);
    }

    @Test
    void aWebServerIsNotAnSshServer() throws Exception {
        try (LocalServices.Service web =
                LocalServices.http("hello".getBytes(StandardCharsets.UTF_8))) {
            assertThat(code(at(web.port()))).isEqualTo(ProblemCode.NOT_SSH);
        }
    }

    @Test
    void aServerThatNeverSpeaksEndsAtTheDeadline() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Instant before = Instant.now();
            assertThat(code(at(silent.getLocalPort()))).isEqualTo(ProblemCode.CONNECT_TIMEOUT);
            assertThat(Duration.between(before, Instant.now()))
                    .isBetween(LIMIT, LIMIT.plusSeconds(1));
        }
    }

    @Test
    void anUnknownHostKeyIsRefusedWithItsFingerprint() throws Exception {
        Server server =
                SSHD.server()
                        .withHostKeys(new HostKeys(Optional.of(folder.resolve("none")), false));
        Problem problem = problem(server);
        assertThat(problem.code()).isEqualTo(ProblemCode.HOST_KEY_UNKNOWN);
        assertThat(problem.quoted()).as(problem.raw()).isFalse();
        assertThat(problem.title(Locale.ENGLISH)).contains("SHA256:");
    }

    @Test
    void anUnknownHostKeyCanBeAcceptedAndIsThenKnown() throws Exception {
        Path file = folder.resolve("known");
        Server accepting = SSHD.server().withHostKeys(new HostKeys(Optional.of(file), true));
        Server strict = SSHD.server().withHostKeys(new HostKeys(Optional.of(file), false));
        open(accepting);
        assertThat(Files.readString(file))
                .startsWith("[127.0.0.1]:" + SSHD.port() + " ssh-ed25519 ");
        open(strict);
    }

    @Test
    void aChangedHostKeyStopsAndSendsNothingSecret() throws Exception {
        Path file = folder.resolve("known");
        String other = Files.readString(SSHD.folder().resolve("id_ed25519.pub")).split(" ")[1];
        Files.writeString(file, "[127.0.0.1]:" + SSHD.port() + " ssh-ed25519 " + other + "\n");
        Server server =
                SSHD.server()
                        .withHostKeys(new HostKeys(Optional.of(file), true))
                        .withSignIn(new SignIn.Password());
        Asker mustNotBeAsked =
                new Asker() {
                    @Override
                    public boolean trusts(HostKeyQuestion question) {
                        throw new AssertionError("asked to trust a changed key");
                    }

                    @Override
                    public Optional<char[]> secret(SecretQuestion question) {
                        throw new AssertionError("asked for a secret");
                    }
                };
        assertThat(problem(server, mustNotBeAsked).code()).isEqualTo(ProblemCode.HOST_KEY_CHANGED);
    }

    @Test
    void aKeyOfAnotherTypeThanTheTrustedOneIsAChangedKey() throws Exception {
        Path file = folder.resolve("known");
        String rsa = Files.readString(Path.of(SSHD.rsaKeyFile() + ".pub")).split(" ")[1];
        Files.writeString(file, "[127.0.0.1]:" + SSHD.port() + " ssh-rsa " + rsa + "\n");
        Server server = SSHD.server().withHostKeys(new HostKeys(Optional.of(file), true));
        assertThat(code(server)).isEqualTo(ProblemCode.HOST_KEY_CHANGED);
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsRefused() throws Exception {
        Path stranger = newKey("stranger", "");
        assertThat(code(SSHD.server().withSignIn(key(stranger))))
                .isEqualTo(ProblemCode.AUTH_REFUSED);
    }

    @Test
    void aLockedKeyWantsItsPassphrase() throws Exception {
        Path locked = newKey("locked", "secret");
        Files.writeString(
                SSHD.folder().resolve("authorized_keys"),
                "\n" + Files.readString(Path.of(locked + ".pub")),
                java.nio.file.StandardOpenOption.APPEND);
        Server server = SSHD.server().withSignIn(key(locked));
        assertThat(code(server)).isEqualTo(ProblemCode.PASSPHRASE_WRONG);
        assertThat(problem(server, answering("wrong")).code())
                .isEqualTo(ProblemCode.PASSPHRASE_WRONG);
        open(server, answering("secret"));
    }

    @Test
    void aFileThatIsNoKeySaysSo() throws Exception {
        Path noKey = Files.writeString(folder.resolve("no-key"), "hello");
        assertThat(code(SSHD.server().withSignIn(key(noKey))))
                .isEqualTo(ProblemCode.KEY_UNREADABLE);
        assertThat(code(SSHD.server().withSignIn(key(folder.resolve("missing")))))
                .isEqualTo(ProblemCode.KEY_UNREADABLE);
    }

    @Test
    void aWrongPasswordIsTriedOnce() throws Exception {
        try (RealSshd sshd = RealSshd.start("PasswordAuthentication yes")) {
            Server server = sshd.server().withSignIn(new SignIn.Password());
            assertThat(problem(server, answering("wrong")).code())
                    .isEqualTo(ProblemCode.AUTH_REFUSED);
            assertThat(sshd.log().split("Failed password", -1)).hasSize(2);
        }
    }

    @Test
    void aPasswordThatNobodyGivesIsMissingNotRefused() throws Exception {
        try (RealSshd sshd = RealSshd.start("PasswordAuthentication yes")) {
            Server server = sshd.server().withSignIn(new SignIn.Password());
            assertThat(code(server)).isEqualTo(ProblemCode.PASSWORD_MISSING);
        }
    }

    @Test
    void anAddressThatTheServerLacksSaysSo() throws Exception {
        Share share = new Share("test", Target.parse("80"), "x", 0, "192.0.2.77");
        assertThat(Problems.of(() -> open(SSHD.server(), Asker.NOBODY, share)).code())
                .isEqualTo(ProblemCode.BIND_REFUSED);
    }

    @Test
    void forbiddenForwardingSaysWhatToAdd() throws Exception {
        try (RealSshd sshd = RealSshd.start("AllowTcpForwarding no")) {
            Problem problem = problem(sshd.server());
            assertThat(problem.code()).isEqualTo(ProblemCode.FORWARDING_FORBIDDEN);
            assertThat(problem.raw()).contains("disabled port forwarding");
            assertThat(problem.quoted()).isTrue();
            assertThat(problem.remedy(Locale.ENGLISH)).contains("AllowTcpForwarding");
        }
    }

    @Test
    void aForbiddenPortSaysSo() throws Exception {
        try (RealSshd sshd = RealSshd.start("PermitListen localhost:19000")) {
            int port = LocalServices.unusedPort();
            assertThat(Problems.of(() -> open(sshd.server(), Asker.NOBODY, port)).code())
                    .isEqualTo(ProblemCode.PORT_FORBIDDEN);
            assertThat(code(sshd.server())).isEqualTo(ProblemCode.AUTOMATIC_PORT_FORBIDDEN);
        }
    }

    private Path newKey(String name, String passphrase) throws Exception {
        Path file = folder.resolve(name);
        Process made =
                new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                "ed25519",
                                "-N",
                                passphrase,
                                "-f",
                                file.toString())
                        .start();
        assertThat(made.waitFor()).isZero();
        return file;
    }

    private static Asker answering(String secret) {
        return new Asker() {
            @Override
            public boolean trusts(HostKeyQuestion question) {
                return false;
            }

            @Override
            public Optional<char[]> secret(SecretQuestion question) {
                return Optional.of(secret.toCharArray());
            }
        };
    }

    private static SignIn key(Path file) {
        return new SignIn.KeyFiles(List.of(file));
    }

    private static Server at(int port) {
        return new Server("x", "127.0.0.1", port, "u", key(SSHD.keyFile()))
                .withConnectTimeout(LIMIT);
    }

    private ProblemCode code(Server server) throws Exception {
        return problem(server).code();
    }

    private Problem problem(Server server) throws Exception {
        return problem(server, Asker.NOBODY);
    }

    private Problem problem(Server server, Asker asker) throws Exception {
        return Problems.of(() -> open(server, asker));
    }

    private Object open(Server server) throws Exception {
        return open(server, Asker.NOBODY);
    }

    private Object open(Server server, Asker asker) throws Exception {
        return open(server, asker, 0);
    }

    private Object open(Server server, Asker asker, int port) throws Exception {
        return open(server, asker, new Share("test", Target.parse("80"), "x", port, "localhost"));
    }

    private Object open(Server server, Asker asker, Share share) throws Exception {
        Doorway doorway = new Doorway("test", Gate.OPEN, new Traffic(), journal);
        try (Links links = new Links(folder.resolve("own"), asker);
                var forward = links.open(server, share, doorway, _ -> {})) {
            return forward.forward();
        }
    }
}
