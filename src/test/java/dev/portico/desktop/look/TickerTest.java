package dev.portico.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class TickerTest {
    private static final Duration PERIOD = Duration.ofMillis(2);
    private static final long MANY = 112;

    private final AtomicLong beats = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong movements = new AtomicLong();
    private final Ticker ticker =
            new Ticker(PERIOD, Runnable::run, this::beat, looks::incrementAndGet);
    private boolean moves;

    @AfterEach
    void stop() {
        ticker.stop();
    }

    @Test
    void looksAtEachBeatWhileSomethingMoves() {
        moves = true;
        beatManyTimes();
        assertThat(looks.get()).isBetween(beats.get() - 2, beats.get());
    }

    @Test
    void looksAtEachSeventhBeatWhileNothingDoes() {
        beatManyTimes();
        assertThat(looks.get()).isBetween(20L, 13 + beats.get() / 7);
    }

    @Test
    void looksAtEachBeatAgainAsSoonAsSomethingMoves() {
        beatManyTimes();
        long before = looks.get();
        long from = beats.get();
        movements.incrementAndGet();
        ticker.run(true);
        Await.until(() -> beats.get() >= from + 12);
        ticker.run(false);
        assertThat(looks.get() - before).isGreaterThanOrEqualTo(8);
    }

    @Test
    void looksNoMoreOnceItIsStopped() {
        beatManyTimes();
        ticker.stop();
        ticker.run(true);
        assertThat(ticker.isRunning()).isFalse();
    }

    private void beatManyTimes() {
        ticker.run(true);
        Await.until(() -> beats.get() >= MANY);
        ticker.run(false);
    }

    private long beat() {
        beats.incrementAndGet();
        return moves ? movements.incrementAndGet() : movements.get();
    }
}
