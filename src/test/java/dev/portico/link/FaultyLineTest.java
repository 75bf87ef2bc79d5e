package dev.portico.link;

import static dev.portico.fixture.EchoVisitor.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Relay;
import dev.portico.fixture.Scale;
import dev.portico.share.LiveForward;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Lines that stand still, servers that pause, keys that change: what was sent arrives unchanged.
@Timeout(3600)
class FaultyLineTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 8;

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests("RekeyLimit 16M");

    @Test
    void aLineThatStandsStillInsideAPacketDropsNothing() throws Exception {
        int pauses = Scale.of(2, 50);
        for (int i = 0; i < pauses; i++) {
            stallDuringAnEcho(Duration.ofMillis(1_000 + i * 4_000L / (pauses - 1)));
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
}
