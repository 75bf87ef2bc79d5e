package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A visit of our own frees its number once, whoever closes first: a number freed twice would be
/// given to two channels.
class ProbeChannelTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int PEER = 7;

    private final AtomicInteger closes = new AtomicInteger();
    private final MemorySession session = new MemorySession(this::heard);
    private final Link link = session.link();

    @AfterEach
    void close() throws IOException {
        session.close();
    }

    @Test
    void numberIsFreedOnceWhenTheServerClosesFirst() throws Exception {
        ProbeChannel probe = visit();
        Await.until(SOON, "our close", () -> closes.get() == 1);
        Await.until(SOON, "a free number", () -> link.channels().size() == 0);
        probe.end();
        probe.end();
        tasksAreDone();
        assertThat(visit()).isNotSameAs(visit());
        assertThat(link.channels().size()).isEqualTo(2);
        assertThat(closes.get()).isEqualTo(1);
    }

    private ProbeChannel visit() {
        return ProbeChannel.open(link, "127.0.0.1", 1000, new byte[] {1});
    }

    private void tasksAreDone() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        link.sender().execute(done::countDown);
        assertThat(done.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private void heard(int type, Incoming fields) {
        if (type == Wire.CHANNEL_OPEN && closes.get() == 0) {
            fields.string();
            int id = fields.int32();
            session.say(
                    new Outgoing(Wire.CHANNEL_OPEN_CONFIRMATION)
                            .int32(id)
                            .int32(PEER)
                            .int32(1000)
                            .int32(1000));
            session.say(new Outgoing(Wire.CHANNEL_CLOSE).int32(id));
        } else if (type == Wire.CHANNEL_CLOSE) {
            closes.incrementAndGet();
        }
    }
}
