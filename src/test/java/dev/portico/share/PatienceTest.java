package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.share.ScriptedLinker.Ask;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;

/// How long a share waits, and for what.
@Timeout(30)
class PatienceTest {
    private KeeperRig rig = new KeeperRig(Patience.SHORT, Duration.ofHours(1));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void waitsForTheNetworkAndNotForATime() {
        rig.networkAbsent.set(true);
        rig.linker.fails(ProblemCode.NAME_UNKNOWN).opens(1);
        rig.start(0, "a");
        var waiting = rig.await(ShareState.Waiting.class);
        assertThat(waiting.problem().code()).isEqualTo(ProblemCode.NETWORK_ABSENT);
        assertThat(waiting.retryAt()).isEmpty();
        rig.networkAbsent.set(false);
        rig.shares.networkChanged();
        rig.awaitOpen(1);
    }

    /// However often it was tried: starting without a network is normal.
    @Test
    void aMissingNetworkIsNoFailedAttempt() {
        rig.networkAbsent.set(true);
        for (int i = 1; i <= 5; i++) {
            rig.linker.fails(ProblemCode.SERVER_UNREACHABLE);
        }
        rig.start(0, "a");
        for (int i = 1; i <= 4; i++) {
            int tries = i;
            Await.until(() -> rig.linker.asks().size() == tries);
            assertThat(rig.await(ShareState.Waiting.class).attempt()).isEqualTo(1);
            rig.shares.networkChanged();
        }
    }

    @Test
    void aServerOnThisComputerNeedsNoNetwork() {
        assertThat(Server.parse("me@127.0.0.1").isThisComputer()).isTrue();
        assertThat(Server.parse("me@localhost").isThisComputer()).isTrue();
        assertThat(Server.parse("me@vps").isThisComputer()).isFalse();
    }

    @Test
    void aPortHeldByOurOldSessionIsAskedForAgainSoon() {
        rig.linker.opens(41233).fails(ProblemCode.PORT_STILL_HELD).opens(41233);
        rig.start(0, "a");
        rig.loseOnceOpen(1);
        rig.await(ShareState.Waiting.class);
        rig.shares.retryNow("web"); // not in an hour
        var waiting =
                Await.value(
                        KeeperRig.SOON,
                        rig::state,
                        state ->
                                state instanceof ShareState.Waiting held
                                        && held.problem().code() == ProblemCode.PORT_STILL_HELD);
        Instant retryAt = ((ShareState.Waiting) waiting).retryAt().orElseThrow();
        assertThat(retryAt).isBefore(Instant.now().plusSeconds(6));
        rig.shares.retryNow("web");
        rig.awaitOpen(2);
        assertThat(rig.linker.asks())
                .containsExactly(new Ask("a", 0), new Ask("a", 41233), new Ask("a", 41233));
    }

    @Test
    void aBusyServerIsLeftAloneForHalfAMinute() {
        rig.close();
        rig = new KeeperRig(Patience.ENDLESS, Duration.ZERO);
        rig.linker.fails(ProblemCode.SERVER_TOO_BUSY);
        rig.start(0, "a");
        var waiting = rig.await(ShareState.Waiting.class);
        assertThat(waiting.retryAt().orElseThrow()).isAfter(Instant.now().plusSeconds(25));
    }
}
