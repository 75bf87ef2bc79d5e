package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.share.Doorway;
import dev.portico.share.Exposure;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.ProblemCode;
import dev.portico.share.Reach;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that granted a port, and what becomes of that later.
@Timeout(30)
class ForwardWatchTest {
    private static final int PORT = 1000;
    private static final IdleLimits OFTEN = new IdleLimits(Duration.ofMillis(20));

    private final AtomicInteger visits = new AtomicInteger();
    private final MemorySession session = new MemorySession(this::heard);
    private final Journal journal = new Journal(Clock.systemUTC());
    private final Traffic traffic = new Traffic();
    private final Doorway doorway = new Doorway("test", Gate.OPEN, traffic, journal);
    private volatile int refusal = Wire.CONNECT_FAILED;

    @AfterEach
    void close() throws IOException {
        session.close();
        journal.close();
    }

    @Test
    void aPortOnWhichNobodyListensAnyMoreIsNoLink() throws Exception {
        ForwardWatch watch = new ForwardWatch(forward(), OFTEN);
        assertThat(watch.untilEnd().code()).isEqualTo(ProblemCode.NOT_PROVEN);
        assertThat(visits.get()).isEqualTo(4); // two addresses, and a second look
    }

    @Test
    void whereNothingMayBeVisitedTheLinkStaysAndSaysSo() throws Exception {
        refusal = Wire.PROHIBITED;
        ForwardWatch watch = new ForwardWatch(forward(), OFTEN);
        Thread keeper = Thread.ofVirtual().start(() -> untilEnd(watch));
        Await.until(() -> visits.get() > 10);
        assertThat(keeper.isAlive()).isTrue();
        assertThat(doorway.reach().exposure()).isEqualTo(Exposure.ONLY_ON_SERVER);
        assertThat(doorway.reach().why()).isEqualTo(Reach.Why.KEPT_INSIDE);
        assertThat(doorway.reach().proof()).isEmpty();
        keeper.interrupt();
        keeper.join();
    }

    /// Visitors are proof enough, and are not disturbed.
    @Test
    void whereBytesFlowNothingIsVisited() throws Exception {
        ForwardWatch watch = new ForwardWatch(forward(), new IdleLimits(Duration.ofMillis(100)));
        Thread flow = Thread.ofVirtual().start(this::flow);
        Thread keeper = Thread.ofVirtual().start(() -> untilEnd(watch));
        keeper.join(Duration.ofSeconds(1));
        assertThat(visits.get()).isZero();
        keeper.interrupt();
        keeper.join();
        flow.interrupt();
    }

    /// Idle visitors who take every channel must not be able to end the share.
    @Test
    void aCrowdThatLeavesNoChannelEndsNothing() throws Exception {
        RemoteForward forward = forward();
        Opening visitor = new Opening(0, 0, 1, "198.51.100.9", 1);
        ReceiveWindow window = new ReceiveWindow(session.link().budget());
        for (int i = 0; i < ChannelTable.MOST; i++) {
            session.link().channels().add(id -> new HeldChannel(forward, visitor, id, window));
        }
        ForwardWatch watch = new ForwardWatch(forward, OFTEN);
        Thread keeper = Thread.ofVirtual().start(() -> untilEnd(watch));
        keeper.join(Duration.ofSeconds(1));
        assertThat(keeper.isAlive()).isTrue();
        keeper.interrupt();
        keeper.join();
    }

    private void flow() {
        try {
            while (true) {
                traffic.sent(1);
                Thread.sleep(1);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void untilEnd(ForwardWatch watch) {
        try {
            watch.untilEnd();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private RemoteForward forward() {
        Link link = session.link();
        Share share = new Share("test", Target.parse("9"), "memory", PORT, "localhost");
        RemoteForward forward =
                new RemoteForward(link, link.server(), share, doorway, PORT, MemorySession.GRANTED);
        link.forwards().add(forward);
        return forward;
    }

    private void heard(int type, Incoming fields) {
        if (type == Wire.CHANNEL_OPEN) {
            visits.incrementAndGet();
            fields.string();
            session.say(Visits.refusal(fields.int32(), refusal, "no"));
        }
    }
}
