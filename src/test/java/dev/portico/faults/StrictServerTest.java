package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.Commands;
import dev.portico.fixture.EchoVisitor;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Scale;
import dev.portico.fixture.TemporaryAccount;
import dev.portico.share.Asker;
import dev.portico.share.HostKeys;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Servers that want more than one thing, or only old ones, or nobody who says nothing.
@Timeout(120)
class StrictServerTest {
    private static final Target TARGET = Target.parse("80");

    @TempDir Path folder;

    @Fault(number = 22, done = "the server ends connections that are not used for 35 s")
    void endsWhatIsUnused(Told told) throws Exception {
        assumeTrue(Scale.isFull(), "takes 45 s: only with -Dportico.scale=full");
        try (RealSshd sshd = RealSshd.start("UnusedConnectionTimeout 35");
                LocalServices.Service echo = LocalServices.echo();
                KeptShare share = KeptShare.of(sshd.server(), echo.target())) {
            int port = share.opens();
            told.faultBegins();
            Thread.sleep(Duration.ofSeconds(45)); // longer than the server waits
            EchoVisitor.echo(port, 22, 100_000);
            assertThat(share.isUndisturbed()).isTrue();
            told.nothing();
        }
    }

    @Fault(number = 22, done = "the server ends connections that are not used for 3 s")
    void teachesItsLimit(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start("UnusedConnectionTimeout 3");
                LocalServices.Service echo = LocalServices.echo();
                KeptShare share = KeptShare.of(sshd.server(), echo.target())) {
            int port = share.opens();
            told.faultBegins();
            for (int i = 0; i < 2; i++) {
                told.problem(share.waits());
                assertThat(share.opens()).isEqualTo(port);
            }
            Thread.sleep(Duration.ofSeconds(12)); // four times as long as the server waits
            EchoVisitor.echo(port, 22, 100_000);
            assertThat(share.isUndisturbed()).isTrue();
        }
    }

    @Fault(number = 29, done = "the server knows only a key exchange with SHA-1")
    void oldAlgorithms(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start("KexAlgorithms diffie-hellman-group14-sha1")) {
            told.faultBegins();
            try (KeptShare share = KeptShare.of(sshd.server(), TARGET)) {
                Problem problem = told.problem(share.fails());
                assertThat(problem.code()).isEqualTo(ProblemCode.ALGORITHMS_DISAGREE);
                assertThat(problem.raw()).contains("diffie-hellman-group14-sha1");
            }
            try (KeptShare share = KeptShare.of(sshd.server().withLegacy(true), TARGET)) {
                share.opens();
            }
        }
    }

    @Fault(number = 28, done = "the server wants a key and then a password")
    void wantsBoth(Told told) throws Exception {
        try (TemporaryAccount account = TemporaryAccount.withShell("/bin/sh");
                RealSshd sshd =
                        RealSshd.start(
                                "PasswordAuthentication yes",
                                "AuthenticationMethods publickey,password")) {
            account.setPassword("right");
            Server server = account.on(sshd);
            told.faultBegins();
            try (KeptShare share = kept(server, new User("right"))) {
                share.opens();
                told.words("nothing: the password is asked for, and it opens");
            }
        }
    }

    @Fault(number = 14, done = "others may read the key file (mode 0644)")
    void readableKey(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start()) {
            Path key = folder.resolve("key");
            Files.copy(sshd.keyFile(), key, StandardCopyOption.REPLACE_EXISTING);
            Commands.succeed("chmod", "644", key.toString());
            Server server = sshd.server().withSignIn(new SignIn.KeyFiles(List.of(key)));
            User user = new User("");
            told.faultBegins();
            try (KeptShare share = kept(server, user)) {
                share.opens();
                Problem warning = user.warnings.poll(10, TimeUnit.SECONDS);
                assertThat(warning).isNotNull();
                assertThat(told.problem(warning).remedy(Locale.ENGLISH)).contains("chmod 600 ");
            }
        }
    }

    @Fault(number = 9, done = "any server with this host key is marked as revoked (@revoked *)")
    void revokedEverywhere(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start()) {
            StringBuilder known = new StringBuilder();
            for (String line : Files.readAllLines(sshd.knownHosts())) {
                String key = line.substring(line.indexOf(' ') + 1);
                known.append(line).append("\n@revoked * ").append(key).append('\n');
            }
            assertThat(failure(told, sshd, known.toString()))
                    .isEqualTo(ProblemCode.HOST_KEY_REVOKED);
        }
    }

    @Fault(number = 9, done = "only servers with a certificate are trusted, and this one has none")
    void notCertified(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start()) {
            Path authority = folder.resolve("authority");
            Files.deleteIfExists(authority);
            Files.deleteIfExists(folder.resolve("authority.pub"));
            Commands.succeed(
                    "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", authority.toString());
            String known = "@cert-authority * " + Files.readString(folder.resolve("authority.pub"));
            assertThat(failure(told, sshd, known)).isEqualTo(ProblemCode.HOST_KEY_UNCERTIFIED);
        }
    }

    private ProblemCode failure(Told told, RealSshd sshd, String known) throws Exception {
        Path file = Files.writeString(folder.resolve("known"), known);
        Server server = sshd.server().withHostKeys(new HostKeys(Optional.of(file), false));
        told.faultBegins();
        try (KeptShare share = KeptShare.of(server, TARGET)) {
            Problem problem = told.problem(share.fails());
            assertThat(share.isUndisturbed()).isTrue();
            return problem.code();
        }
    }

    private static KeptShare kept(Server server, Asker user) {
        return new KeptShare(
                server, new Share("kept", TARGET, server.name(), 0, "localhost"), user);
    }

    /// Knows one secret, and reads what it is warned of.
    private static final class User implements Asker {
        private final LinkedBlockingQueue<Problem> warnings = new LinkedBlockingQueue<>();
        private final String secret;

        User(String secret) {
            this.secret = secret;
        }

        @Override
        public boolean trusts(HostKeyQuestion question) {
            return false;
        }

        @Override
        public Optional<char[]> secret(SecretQuestion question) {
            return Optional.of(secret.toCharArray());
        }

        @Override
        public void warn(Problem problem) {
            warnings.add(problem);
        }
    }
}
