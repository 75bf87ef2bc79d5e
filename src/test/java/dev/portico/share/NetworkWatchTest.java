package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.MovableClock;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

class NetworkWatchTest {
    private final AtomicReference<Set<String>> addresses =
            new AtomicReference<>(Set.of("198.51.100.9"));
    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private final AtomicLong nanos = new AtomicLong();
    private final NetworkWatch watch = new NetworkWatch(addresses::get, clock, nanos::get);

    @Test
    void nothingHappensInAQuietNetwork() {
        pass(Duration.ofMillis(500), Duration.ofMillis(500));
        assertThat(watch.tick()).isFalse();
    }

    @Test
    void anAddressThatComesOrGoesIsAChange() {
        addresses.set(Set.of());
        assertThat(watch.isAbsent()).isTrue();
        assertThat(watch.tick()).isTrue();
        addresses.set(Set.of("198.51.100.9"));
        assertThat(watch.isAbsent()).isFalse();
        assertThat(watch.tick()).isTrue();
        assertThat(watch.tick()).isFalse();
    }

    @Test
    void aMachineThatSleptIsAChangeWhicheverClockWentOn() {
        pass(Duration.ofMinutes(10), Duration.ofMillis(500));
        assertThat(watch.tick()).isTrue();
        pass(Duration.ofMillis(500), Duration.ofSeconds(20));
        assertThat(watch.tick()).isTrue();
        pass(Duration.ofMillis(500), Duration.ofMillis(500));
        assertThat(watch.tick()).isFalse();
    }

    @Test
    void interfacesThatCannotBeReadAreNoMissingNetwork() {
        NetworkWatch blind =
                new NetworkWatch(
                        () -> {
                            throw new IOException("not allowed");
                        },
                        clock,
                        nanos::get);
        assertThat(blind.isAbsent()).isFalse();
        assertThat(blind.tick()).isFalse();
    }

    private void pass(Duration wall, Duration running) {
        clock.move(wall);
        nanos.addAndGet(running.toNanos());
    }
}
