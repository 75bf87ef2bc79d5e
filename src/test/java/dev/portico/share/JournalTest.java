package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Journal journal = new Journal(Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<ShareEvent> read = new ArrayList<>();

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void handsEventsOnInTheirOrder() throws InterruptedException {
        journal.read(read::add);
        List<ShareEvent> written = IntStream.range(0, 1_000).mapToObj(JournalTest::target).toList();
        written.forEach(journal::write);
        journal.flush();
        assertThat(read).isEqualTo(written);
    }

    @Test
    void handsEachEventToEachReader() throws InterruptedException {
        List<ShareEvent> second = new ArrayList<>();
        journal.read(read::add);
        journal.read(second::add);
        journal.write(target(1));
        journal.flush();
        assertThat(read).isEqualTo(second).hasSize(1);
    }

    @Test
    @Timeout(30)
    void doesNotWaitForWhatWillNeverBeHandedOn() throws InterruptedException {
        journal.close();
        journal.write(target(1));
        journal.flush();
        assertThat(read).isEmpty();
    }

    @Test
    void survivesAReaderThatFails() throws InterruptedException {
        Logger log = Logger.getLogger(Journal.class.getName());
        log.setLevel(Level.OFF);
        journal.read(
                _ -> {
                    throw new IllegalStateException("a reader with a bug");
                });
        journal.read(read::add);
        journal.write(target(1));
        journal.write(target(2));
        journal.flush();
        log.setLevel(null);
        assertThat(read).hasSize(2);
    }

    @Test
    void neverBlocksTheWriterAndDropsVisitsBeforeStates() throws InterruptedException {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        journal.read(_ -> await(mayGoOn));
        journal.read(read::add);
        for (int i = 0; i < 150_000; i++) {
            journal.write(target(i));
        }
        ShareEvent state = state();
        journal.write(state);
        mayGoOn.countDown();
        journal.flush();
        assertThat(read).hasSizeBetween(100_000, 100_010).endsWith(state);
    }

    @Test
    void tellsTheTimeOfItsClock() {
        assertThat(journal.now()).isEqualTo(NOW);
    }

    private static ShareEvent target(int i) {
        return new ShareEvent.TargetChanged(NOW, String.valueOf(i), true);
    }

    private static ShareEvent state() {
        return new ShareEvent.StateChanged(
                NOW, "web", new ShareState.Stopped(ShareState.Reason.BY_USER), TrafficSample.NONE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
