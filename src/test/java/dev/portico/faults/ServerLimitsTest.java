package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.EchoVisitor;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.TemporaryAccount;
import dev.portico.link.OneShare;
import dev.portico.link.Problems;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the configuration of a server limits, beside the port.
@Timeout(180)
class ServerLimitsTest {
    private LocalServices.Service echo;

    @BeforeEach
    void serve() {
        echo = LocalServices.echo();
    }

    @AfterEach
    void close() {
        echo.close();
    }

    @Fault(number = 23, done = "the server cuts visitors who are idle for 2 s (ChannelTimeout)")
    void idleVisitorsAreCut(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start("ChannelTimeout forwarded-tcpip=2");
                KeptShare share = KeptShare.of(sshd.server(), echo.target())) {
            int port = share.opens();
            told.faultBegins();
            try (Socket idle = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                assertThat(idle.getInputStream().read()).isNegative();
            }
            assertThat(told.sinceFault()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
            Await.until(() -> share.status().visits().isEmpty());
            EchoVisitor.echo(port, 23, 100_000);
            assertThat(share.isUndisturbed()).isTrue();
            told.nothing();
        }
    }

    @Fault(number = 24, done = "the server allows no session channel (MaxSessions 0)")
    void noSessions(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start("MaxSessions 0");
                KeptShare share = KeptShare.of(sshd.server(), echo.target())) {
            EchoVisitor.echo(share.opens(), 24, 100_000);
            assertThat(share.isUndisturbed()).isTrue();
            told.nothing();
        }
    }

    @Fault(number = 25, done = "the server has its fill of sign-ins (MaxStartups)")
    void tooManySignIns(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start("MaxStartups 1:100:1");
                Socket signsInForEver = new Socket("127.0.0.1", sshd.port())) {
            assertThat(signsInForEver.getInputStream().read()).isEqualTo('S');
            assertTooBusy(told, sshd.server(), "Exceeded MaxStartups");
        }
    }

    @Fault(number = 25, done = "the server punishes this address (PerSourcePenalties)")
    void punished(Told told) throws Exception {
        byte[] refusal = SshBytes.line("Not allowed at this time");
        try (LocalServices.Service punishing =
                LocalServices.tcp(visitor -> visitor.getOutputStream().write(refusal))) {
            Server server =
                    new Server(
                            "punishing",
                            punishing.host(),
                            punishing.port(),
                            "u",
                            new SignIn.Password());
            assertTooBusy(told, server, "Not allowed at this time");
        }
    }

    @Fault(number = 26, done = "120 visitors are here at once, the server may open 40 files")
    void fewFiles(Told told) throws Exception {
        List<Socket> visitors = new ArrayList<>();
        try (RealSshd sshd = RealSshd.start();
                KeptShare share = KeptShare.of(sshd.server(), echo.target())) {
            int port = share.opens();
            for (long session : sshd.sessions()) {
                Commands.succeed("prlimit", "--pid", "" + session, "--nofile=40:40");
            }
            told.faultBegins();
            for (int i = 0; i < 120; i++) {
                Socket visitor = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                visitors.add(visitor);
                visitor.getOutputStream().write(i);
            }
            Await.until(() -> sshd.log().contains("Too many open files"));
            for (int i = 0; i < 120; i++) {
                Socket visitor = visitors.get(i);
                visitor.shutdownOutput();
                assertThat(visitor.getInputStream().readAllBytes()).containsExactly(i);
                visitor.close();
            }
            assertThat(share.isUndisturbed()).isTrue();
            told.nothing();
        } finally {
            for (Socket visitor : visitors) {
                visitor.close();
            }
        }
    }

    @Fault(number = 27, done = "the account has the shell nologin, or ForceCommand /bin/false")
    void noShell(Told told) throws Exception {
        try (TemporaryAccount account = TemporaryAccount.withShell("/usr/sbin/nologin")) {
            for (String line : List.of("PermitTTY yes", "ForceCommand /bin/false")) {
                try (RealSshd sshd = RealSshd.start(line);
                        KeptShare share = KeptShare.of(account.on(sshd), echo.target())) {
                    EchoVisitor.echo(share.opens(), 27, 10_000);
                    assertThat(share.isUndisturbed()).isTrue();
                }
            }
            told.nothing();
        }
    }

    @Fault(number = 27, done = "the account's shell does not exist")
    void missingShell(Told told) throws Exception {
        try (TemporaryAccount account = TemporaryAccount.withShell("/bin/no-such-shell");
                RealSshd sshd = RealSshd.start();
                KeptShare share = KeptShare.of(account.on(sshd), echo.target())) {
            Problem problem = told.problem(share.fails());
            assertThat(problem.code()).isEqualTo(ProblemCode.AUTH_REFUSED);
            assertThat(problem.remedy(Locale.ENGLISH)).contains("shell must exist", "journalctl");
            assertThat(sshd.log()).contains("does not exist");
        }
    }

    private static void assertTooBusy(Told told, Server server, String said) throws Exception {
        try (OneShare share = new OneShare(server)) {
            Problem problem = told.problem(Problems.of(() -> opened(share)));
            assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_TOO_BUSY);
            assertThat(problem.code().curesItself()).isTrue();
            assertThat(problem.raw()).isEqualTo(said);
            assertThat(problem.remedy(Locale.ENGLISH))
                    .contains("MaxStartups", "PerSourcePenalties");
        }
    }

    private static LiveForward opened(OneShare share) throws Exception {
        return share.open(Target.parse("80"));
    }
}
