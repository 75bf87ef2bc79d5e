package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.StayingVisitor;
import dev.portico.share.ShareStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Visitors who take what is theirs far more slowly than it is given, and whom the user sends away.
@RequiresSshd
@Timeout(90)
class CutVisitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration STANDSTILL = Duration.ofMillis(700);
    private static final String SLOW = "127.0.0.7";
    private static final byte[] PIECE = new byte[64 * 1024];

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    private final CountDownLatch cut = new CountDownLatch(1);

    /// What the user does about a visitor.
    enum Wish {
        DISCONNECT,
        BLOCK
    }

    @ParameterizedTest
    @EnumSource
    void aVisitorWhoseDownloadIsBackedUpIsGoneAtOnce(Wish wish) throws Exception {
        try (LocalServices.Service download = LocalServices.tcp(this::giveAll);
                KeptShare share = KeptShare.of(SSHD.server(), download.target())) {
            int port = share.opens();
            try (StayingVisitor _ = StayingVisitor.comes(SLOW, port)) {
                Await.until(PATIENCE, "a visitor", () -> visits(share).size() == 1);
                Await.until(PATIENCE, "a backlog", standsStill(share));
                sendAway(share, wish);
                Await.until(AT_ONCE, "nobody is shown", () -> visits(share).isEmpty());
                assertThat(share.status().traffic().visitors()).isZero();
                assertThat(cut.await(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
                assertThat(share.leaves().byUser()).isTrue();
                assertServed(port);
            }
        }
    }

    @Test
    void whoWasSentAwayLeavesNothingBehindWhenTheServerIsDoneWithHim() throws Exception {
        try (LocalServices.Service download = LocalServices.tcp(this::giveAll);
                KeptShare share = KeptShare.of(SSHD.server(), download.target())) {
            int port = share.opens();
            for (int i = 0; i < 3; i++) {
                StayingVisitor visitor = StayingVisitor.comes(SLOW, port);
                Await.until(PATIENCE, "a visitor", () -> visits(share).size() == 1);
                sendAway(share, Wish.DISCONNECT);
                Await.until(AT_ONCE, "nobody is shown", () -> visits(share).isEmpty());
                visitor.close();
                assertServed(port);
            }
            assertThat(share.isUndisturbed()).isTrue();
        }
    }

    private void giveAll(Socket visitor) throws IOException {
        try {
            while (true) {
                visitor.getOutputStream().write(PIECE);
            }
        } finally {
            cut.countDown();
        }
    }

    private static void sendAway(KeptShare share, Wish wish) {
        switch (wish) {
            case DISCONNECT -> share.disconnect(visits(share).getFirst().visitor().id());
            case BLOCK -> share.block(SLOW);
        }
    }

    /// The other visitors and the session are none the worse.
    private static void assertServed(int port) throws IOException {
        try (Socket other = new Socket("127.0.0.1", port)) {
            other.setSoTimeout((int) PATIENCE.toMillis());
            assertThat(other.getInputStream().readNBytes(PIECE.length)).isEqualTo(PIECE);
        }
    }

    /// Whatever can hold bytes on the way is full.
    private static BooleanSupplier standsStill(KeptShare share) {
        long[] sentAndSince = {-1, 0};
        return () -> {
            long sent = visits(share).getFirst().sent();
            if (sent != sentAndSince[0]) {
                sentAndSince[0] = sent;
                sentAndSince[1] = System.nanoTime();
            }
            return sent > 0 && System.nanoTime() - sentAndSince[1] > STANDSTILL.toNanos();
        };
    }

    private static List<ShareStatus.VisitSample> visits(KeptShare share) {
        return share.status().visits();
    }
}
