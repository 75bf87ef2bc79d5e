package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.EchoVisitor;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.Listening;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Relay;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What ends a session, or seems to, while a share is open.
@Timeout(300)
class LostSessionTest {
    private static final Duration NOTICED = Duration.ofSeconds(6);
    private static final Duration BACK = Duration.ofSeconds(2);
    private static final int DOWNLOADS = 32;

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests("RekeyLimit 1M");

    private LocalServices.Service echo;

    @BeforeEach
    void serve() {
        echo = LocalServices.echo();
    }

    @AfterEach
    void close() {
        echo.close();
    }

    @Fault(number = 1, done = "the session on the server is ended (TERM)")
    void terminated(Told told) throws Exception {
        endedBy("TERM", told);
    }

    @Fault(number = 1, done = "the session on the server is killed (KILL)")
    void killed(Told told) throws Exception {
        endedBy("KILL", told);
    }

    private void endedBy(String signal, Told told) throws Exception {
        try (KeptShare share = KeptShare.of(SSHD.server(), echo.target())) {
            int port = share.opens();
            told.faultBegins();
            SSHD.killSessions(signal);
            Problem problem = share.waits();
            assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            assertThat(share.opens()).isEqualTo(port);
            told.problem(problem);
            assertThat(told.took()).isLessThan(BACK);
            EchoVisitor.echo(port, 1, 100_000);
        }
    }

    @Fault(
            number = 2,
            done = "the session on the server is stopped (STOP) and goes on later (CONT)")
    void stopped(Told told) throws Exception {
        try (KeptShare share = KeptShare.of(SSHD.server(), echo.target())) {
            int port = share.opens();
            List<Long> stopped = SSHD.sessions();
            told.faultBegins();
            SSHD.killSessions("STOP");
            Problem problem;
            try {
                problem = told.problem(share.waits());
            } finally {
                RealSshd.signal("CONT", stopped);
            }
            assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            assertThat(told.took()).isLessThanOrEqualTo(NOTICED);
            assertThat(share.opens()).isEqualTo(port);
            Await.until(() -> SSHD.sessions().size() == stopped.size());
            assertThat(Listening.addresses(port)).hasSizeLessThanOrEqualTo(2);
            EchoVisitor.echo(port, 2, 100_000);
        }
    }

    @Fault(number = 3, done = "the server takes no new logins, the session lives on")
    void listenerGone(Told told) throws Exception {
        try (KeptShare share = KeptShare.of(SSHD.server(), echo.target())) {
            int port = share.opens();
            told.faultBegins();
            AutoCloseable orphans = SSHD.stopListener();
            try {
                EchoVisitor.echo(port, 3, 1_000_000);
                assertThat(share.isUndisturbed()).isTrue();
                told.nothing();
            } finally {
                orphans.close();
                SSHD.startAgain();
            }
            assertThat(share.opens()).isEqualTo(port);
        }
    }

    @Fault(number = 5, done = "the line is cut while 32 visitors download")
    void cutDuringDownloads(Told told) throws Exception {
        byte[] endless = new byte[64 * 1024 * 1024];
        AtomicInteger begun = new AtomicInteger();
        try (Relay line = new Relay(SSHD.port());
                LocalServices.Service service =
                        LocalServices.halfCloser(endless, OutputStream.nullOutputStream());
                KeptShare share = KeptShare.of(SSHD.server(line), service.target())) {
            int port = share.opens();
            for (int i = 0; i < DOWNLOADS; i++) {
                Thread.ofVirtual().start(() -> download(port, begun));
            }
            Await.until(() -> begun.get() == DOWNLOADS);
            told.faultBegins();
            line.cut();
            assertThat(told.problem(share.waits()).code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            assertThat(told.took()).isLessThanOrEqualTo(NOTICED);
            line.mend();
            assertThat(share.opens()).isEqualTo(port);
        }
    }

    @Fault(number = 30, done = "20 MB pass while the keys change with every megabyte")
    void rekeys(Told told) throws Exception {
        try (KeptShare share = KeptShare.of(SSHD.server(), echo.target())) {
            int port = share.opens();
            told.faultBegins();
            EchoVisitor.echo(port, 30, 20_000_000);
            assertThat(share.isUndisturbed()).isTrue();
            told.nothing();
        }
    }

    private static void download(int port, AtomicInteger begun) {
        try (Socket visitor = new Socket("127.0.0.1", port)) {
            InputStream in = visitor.getInputStream();
            in.read();
            begun.incrementAndGet();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // the line is cut: what the test is about
        }
    }
}
