package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.EchoVisitor;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Relay;
import dev.portico.fixture.Scale;
import dev.portico.share.Server;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Lines that are slow or stand still, and are not dead.
@Timeout(300)
class BadLineTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(2);

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @Fault(number = 6, done = "the line stands still inside a packet for 1 s and for 5 s")
    void standsStill(Told told) throws Exception {
        try (Relay line = new Relay(SSHD.port());
                LocalServices.Service echo = LocalServices.echo();
                KeptShare share = KeptShare.of(SSHD.server(line), echo.target());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int port = share.opens();
            told.faultBegins();
            for (int seconds : new int[] {1, 5}) {
                Future<Void> echoed =
                        threads.submit(() -> EchoVisitor.echo(port, seconds, 30_000_000));
                long before = share.status().traffic().sent();
                Await.until(SOON, () -> share.status().traffic().sent() > before + 1_000_000);
                line.stall(Duration.ofSeconds(seconds));
                echoed.get();
                assertThat(line.isFaultless()).isTrue();
            }
            assertThat(share.isUndisturbed()).isTrue();
            told.nothing();
        }
    }

    @Fault(number = 7, done = "a round trip takes 2 s")
    void farAway(Told told) throws Exception {
        goesOn(told, Duration.ofSeconds(1), Integer.MAX_VALUE, Scale.of(40_000, 100_000));
    }

    @Fault(number = 7, done = "the line carries 56 kbit/s")
    void narrow(Told told) throws Exception {
        goesOn(told, Duration.ofMillis(50), 7_000, Scale.of(60_000, 100_000));
    }

    private static void goesOn(Told told, Duration oneWay, int bytesPerSecond, int bytes)
            throws Exception {
        try (Relay line = new Relay(SSHD.port());
                LocalServices.Service echo = LocalServices.echo()) {
            line.slow(oneWay, bytesPerSecond);
            Server server = SSHD.server(line).withConnectTimeout(LONG);
            told.faultBegins();
            try (KeptShare share = KeptShare.of(server, echo.target())) {
                int port = share.opens();
                EchoVisitor.echo(port, 7, bytes);
                assertThat(share.isUndisturbed()).isTrue();
                told.nothing();
            }
        }
    }
}
