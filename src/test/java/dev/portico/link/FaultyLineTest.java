package dev.portico.link;

import static dev.portico.fixture.EchoVisitor.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Relay;
import dev.portico.fixture.Scale;
import dev.portico.share.LiveForward;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Servers that freeze, lines that stand still, keys that change: what was sent arrives unchanged,
/// or the session ends soon.
@Timeout(3600)
class FaultyLineTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration NOTICED = Duration.ofSeconds(6);
    private static final int DOWNLOADS = 32;
    private static final int CONNECTIONS = 8;

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests("RekeyLimit 16M");

    @Test
    void aServerThatFreezesDuringDownloadsIsNoticed() throws Exception {
        for (int i = 0; i < Scale.of(1, 5); i++) {
            freezeDuringDownloads();
        }
    }

    @Test
    void aLineThatStandsStillInsideAPacketDropsNothing() throws Exception {
        List<Integer> millis =
                Scale.isFull()
                        ? List.of(
                                1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500, 5_000, 900)
                        : List.of(1_000, 3_000);
        for (int pause : millis) {
            stallDuringAnEcho(Duration.ofMillis(pause));
        }
    }

    /// Whenever the pause begins between two questions to the server.
    @Test
    void aPauseOfAQuietServerDropsNothing() throws Exception {
        for (int i = 0; i < Scale.of(1, 10); i++) {
            try (OneShare share = new OneShare(SSHD.server());
                    LocalServices.Service echo = LocalServices.echo();
                    LiveForward forward = share.open(echo.target())) {
                Thread.sleep(i * 70L); // another moment between two questions
                SSHD.killSessions("STOP");
                Thread.sleep(5_000); // the fault itself
                SSHD.killSessions("CONT");
                echo(forward, i, 100_000);
            }
        }
    }

    @Test
    void aServerThatFreezesWhileNobodyVisitsIsNoticed() throws Exception {
        for (int i = 0; i < Scale.of(1, 20); i++) {
            try (OneShare share = new OneShare(SSHD.server());
                    LocalServices.Service echo = LocalServices.echo();
                    LiveForward forward = share.open(echo.target())) {
                Thread.sleep(i * 35L);
                long frozen = System.nanoTime();
                SSHD.killSessions("STOP");
                try {
                    assertThat(forward.awaitEnd().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
                    assertThat(Duration.ofNanos(System.nanoTime() - frozen)).isLessThan(NOTICED);
                } finally {
                    SSHD.killSessions("KILL");
                }
            }
        }
    }

    @Test
    void everythingArrivesWhileKeysChange() throws Exception {
        long bytes = Scale.of(100, 20_000) * 1_000_000L / CONNECTIONS;
        try (OneShare share = new OneShare(SSHD.server());
                LocalServices.Service echo = LocalServices.echo();
                LiveForward forward = share.open(echo.target());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> echoes = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int seed = i;
                echoes.add(threads.submit(() -> echo(forward, seed, bytes)));
            }
            for (Future<Void> each : echoes) {
                each.get();
            }
        }
    }

    private void freezeDuringDownloads() throws Exception {
        byte[] endless = new byte[64 * 1024 * 1024];
        AtomicInteger begun = new AtomicInteger();
        try (OneShare share = new OneShare(SSHD.server());
                LocalServices.Service service =
                        LocalServices.halfCloser(endless, OutputStream.nullOutputStream());
                LiveForward forward = share.open(service.target())) {
            for (int i = 0; i < DOWNLOADS; i++) {
                Thread.ofVirtual().start(() -> download(forward, begun));
            }
            Await.until(SOON, "all downloads to begin", () -> begun.get() == DOWNLOADS);
            long frozen = System.nanoTime();
            SSHD.killSessions("STOP");
            try {
                assertThat(forward.awaitEnd().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
                assertThat(Duration.ofNanos(System.nanoTime() - frozen)).isLessThan(NOTICED);
                Await.until(SOON, "nobody is left", () -> share.doorway().visits().isEmpty());
            } finally {
                SSHD.killSessions("KILL");
            }
        }
    }

    private void stallDuringAnEcho(Duration pause) throws Exception {
        try (Relay line = new Relay(SSHD.port());
                OneShare share = new OneShare(SSHD.server(line));
                LocalServices.Service echo = LocalServices.echo();
                LiveForward forward = share.open(echo.target());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Void> echoed = threads.submit(() -> echo(forward, 1, 30_000_000));
            Await.until(SOON, "it is under way", () -> share.traffic().sample().sent() > 1_000_000);
            line.stall(pause);
            echoed.get();
            assertThat(line.isFaultless()).isTrue();
        }
    }

    private static void download(LiveForward forward, AtomicInteger begun) {
        try (Socket visitor = OneShare.visit(forward)) {
            InputStream in = visitor.getInputStream();
            in.read();
            begun.incrementAndGet();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // the server froze: what the test is about
        }
    }
}
