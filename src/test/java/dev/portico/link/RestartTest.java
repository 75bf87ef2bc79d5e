package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Scale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A server that ends and comes back, again and again: the link stays the same, and nothing is left
/// of the sessions before.
@Timeout(3600)
class RestartTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration BACK = Duration.ofSeconds(2);
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    /// What of this process would grow if a session left something behind.
    private record Holdings(int threads, int descriptors) {
        static Holdings now() {
            try (Stream<Path> open = Files.list(DESCRIPTORS)) {
                return new Holdings(Thread.activeCount(), (int) open.count());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        boolean isWithin(Holdings other) {
            return threads <= other.threads && descriptors <= other.descriptors;
        }
    }

    @Test
    void isOpenAgainOnTheSamePortAndNothingIsLeft() throws Exception {
        int rounds = Scale.of(5, 200);
        List<Duration> times = new ArrayList<>();
        try (LocalServices.Service echo = LocalServices.echo();
                KeptShare kept = KeptShare.of(SSHD.server(), echo.target())) {
            int port = kept.opens();
            restart(kept, port); // the first time, classes are loaded
            Holdings before = Holdings.now();
            for (int i = 0; i < rounds; i++) {
                times.add(restart(kept, port));
            }
            Await.until(SOON, "nothing more than before", () -> Holdings.now().isWithin(before));
            assertThat(SSHD.sessions()).hasSizeLessThanOrEqualTo(2);
        }
        times.sort(null);
        Duration slowOne = times.get((int) Math.ceil(times.size() * 0.95) - 1);
        System.out.println(rounds + " restarts, p95 " + slowOne + ", slowest " + times.getLast());
        assertThat(slowOne).isLessThan(BACK);
    }

    /// @return from the server's start to the share's being open
    private static Duration restart(KeptShare kept, int port) throws InterruptedException {
        SSHD.stop();
        SSHD.startAgain();
        long began = System.nanoTime();
        assertThat(kept.opens()).isEqualTo(port);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
