package dev.portico.share;

import static dev.portico.share.KeeperRig.SOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.share.ScriptedLinker.Ask;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

@Timeout(30)
class ShareKeeperTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private KeeperRig rig = new KeeperRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void opens() {
        rig.linker.opens(41233);
        rig.start(0, "a");
        var open = rig.await(ShareState.Open.class);
        assertThat(open.server().name()).isEqualTo("a");
        assertThat(open.forward().port()).isEqualTo(41233);
        assertThat(open.forward().link()).isEqualTo("http://127.0.0.1:41233");
        rig.assertHistory("Connecting", "Open");
    }

    @Test
    void showsHowFarConnectingHasCome() {
        rig.linker.hangs();
        rig.start(0, "a");
        Await.until(
                SOON,
                "the step",
                () ->
                        rig.state() instanceof ShareState.Connecting(var _, var attempt, var step)
                                && attempt == 1
                                && step == ShareState.Step.SIGN_IN);
    }

    @Test
    void waitsAndTriesAgain() {
        rig.linker.fails(ProblemCode.SERVER_UNREACHABLE).fails(ProblemCode.CONNECT_TIMEOUT);
        rig.linker.opens(1);
        rig.start(0, "a");
        rig.awaitOpen(1);
        rig.assertHistory("Connecting", "Waiting", "Connecting", "Waiting", "Connecting", "Open");
        assertThat(rig.pauses).containsExactly(1, 2);
    }

    @Test
    void saysWhenItWillTryAgain() {
        use(new KeeperRig(Patience.ENDLESS, HOUR));
        rig.linker.fails(ProblemCode.SERVER_UNREACHABLE);
        rig.start(0, "a");
        var waiting = rig.await(ShareState.Waiting.class);
        assertThat(waiting.attempt()).isEqualTo(1);
        assertThat(waiting.problem().code()).isEqualTo(ProblemCode.SERVER_UNREACHABLE);
        assertThat(waiting.retryAt())
                .hasValueSatisfying(at -> assertThat(at).isAfter(Instant.now().plusSeconds(3_000)));
    }

    @Test
    void triesAtOnceWhenAskedTo() {
        use(new KeeperRig(Patience.ENDLESS, HOUR));
        rig.linker.fails(ProblemCode.SERVER_UNREACHABLE).opens(1);
        rig.start(0, "a");
        rig.await(ShareState.Waiting.class);
        rig.shares.retryNow("web");
        rig.awaitOpen(1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "HOST_KEY_UNKNOWN",
                "HOST_KEY_CHANGED",
                "HOST_KEY_REVOKED",
                "ALGORITHMS_DISAGREE",
                "AUTH_REFUSED",
                "KEY_UNREADABLE",
                "PASSPHRASE_WRONG",
                "AGENT_ABSENT",
                "FORWARDING_FORBIDDEN",
                "PORT_FORBIDDEN",
                "AUTOMATIC_PORT_FORBIDDEN",
                "PORT_PRIVILEGED",
                "WIDER_THAN_ASKED",
                "PORT_TAKEN",
                "PASSWORD_MISSING",
                "BIND_REFUSED"
            })
    void stopsForGoodAtWhatTimeCannotCure(ProblemCode code) {
        rig.linker.fails(code);
        rig.start(8080, "a");
        assertThat(rig.await(ShareState.Failed.class).problem().code()).isEqualTo(code);
        assertThat(rig.linker.asks()).hasSize(1);
        rig.assertHistory("Connecting", "Failed");
    }

    @Test
    void startsAgainAfterItFailed() {
        rig.linker.fails(ProblemCode.AUTH_REFUSED).opens(1);
        rig.start(0, "a");
        rig.await(ShareState.Failed.class);
        rig.shares.start("web");
        rig.awaitOpen(1);
    }

    @Test
    void comesBackOnThePortThatTheServerChose() {
        rig.linker.opens(41233).opens(41233);
        rig.start(0, "a");
        rig.loseOnceOpen(1);
        rig.awaitOpen(2);
        assertThat(rig.linker.asks()).containsExactly(new Ask("a", 0), new Ask("a", 41233));
        assertThat(rig.linker.opened(0).isClosed()).isTrue();
        rig.assertHistory("Connecting", "Open", "Waiting", "Connecting", "Open");
    }

    @Test
    void waitsForItsPortOnceItHadIt() {
        rig.linker.opens(8080).fails(ProblemCode.PORT_TAKEN).fails(ProblemCode.PORT_TAKEN);
        rig.linker.opens(8080);
        rig.start(8080, "a");
        rig.loseOnceOpen(1);
        rig.awaitOpen(2);
        assertThat(rig.pauses).as("starts counting anew").containsExactly(1, 1, 2);
    }

    @Test
    void fallsOverToTheNextServer() {
        rig.linker.fails(ProblemCode.SERVER_UNREACHABLE).opens(1);
        rig.start(0, "a", "b");
        rig.awaitOpen(1);
        assertThat(rig.linker.asks()).containsExactly(new Ask("a", 0), new Ask("b", 0));
        rig.assertHistory("Connecting", "Connecting", "Open");
    }

    @Test
    void fallsOverAtOnceWhenAnOpenServerGoes() {
        rig.linker.opens(41233).opens(2);
        rig.start(0, "a", "b");
        rig.loseOnceOpen(1);
        rig.awaitOpen(2);
        assertThat(rig.linker.asks())
                .as("another server's port says nothing")
                .containsExactly(new Ask("a", 0), new Ask("b", 0));
        assertThat(rig.pauses).isEmpty();
        rig.assertHistory("Connecting", "Open", "Waiting", "Connecting", "Open");
    }

    @Test
    void waitsOnlyAfterTheLastServer() {
        rig.linker.fails(ProblemCode.SERVER_UNREACHABLE).fails(ProblemCode.NAME_UNKNOWN);
        rig.linker.fails(ProblemCode.SERVER_UNREACHABLE).opens(1);
        rig.start(0, "a", "b");
        rig.awaitOpen(1);
        assertThat(rig.pauses).containsExactly(1);
        rig.assertHistory(
                "Connecting", "Connecting", "Waiting", "Connecting", "Connecting", "Open");
    }

    @Test
    void waitsWhileAnyOfItsServersMayComeBack() {
        rig.linker.fails(ProblemCode.SERVER_UNREACHABLE).fails(ProblemCode.AUTH_REFUSED).opens(1);
        rig.start(0, "a", "b");
        rig.awaitOpen(1);
        assertThat(rig.linker.asks()).extracting(Ask::server).containsExactly("a", "b", "a");
    }

    @Test
    void failsWhenNoneOfItsServersMayComeBack() {
        rig.linker.fails(ProblemCode.HOST_KEY_CHANGED).fails(ProblemCode.AUTH_REFUSED);
        rig.start(0, "a", "b");
        rig.await(ShareState.Failed.class);
        assertThat(rig.linker.asks()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemCode.class,
            names = {"CONNECTION_LOST", "NOT_PROVEN", "SERVER_TOO_BUSY", "PORT_STILL_HELD"})
    void promisesNoTryAfterTheLast(ProblemCode code) {
        use(new KeeperRig(new Patience(1), Duration.ZERO));
        rig.linker.fails(code);
        rig.start(0, "a");
        Problem last = rig.await(ShareState.Failed.class).problem();
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            assertThat(last.consoleRemedy(locale))
                    .doesNotContainPattern("Portico (tries|asks|waits|会)");
        }
    }

    @Test
    void givesUpAfterThreeTriesWhenItsPatienceIsShort() {
        use(new KeeperRig(Patience.SHORT, Duration.ZERO));
        for (int i = 0; i < 3; i++) {
            rig.linker.fails(ProblemCode.SERVER_UNREACHABLE);
        }
        rig.start(0, "a");
        assertThat(rig.await(ShareState.Failed.class).problem().code())
                .isEqualTo(ProblemCode.SERVER_UNREACHABLE);
        assertThat(rig.linker.asks()).hasSize(3);
    }

    @Test
    void neverGivesUpOnceItWasOpen() {
        use(new KeeperRig(Patience.SHORT, Duration.ZERO));
        rig.linker.opens(1);
        for (int i = 0; i < 20; i++) {
            rig.linker.fails(ProblemCode.SERVER_UNREACHABLE);
        }
        rig.linker.opens(1);
        rig.start(0, "a");
        rig.loseOnceOpen(1);
        rig.awaitOpen(2);
    }

    @Test
    void stopsWhileConnecting() {
        rig.linker.hangs();
        rig.start(0, "a");
        rig.await(ShareState.Connecting.class);
        assertStops();
    }

    @Test
    void stopsWhileOpenAndWithdrawsThePort() {
        rig.linker.opens(1);
        rig.start(0, "a");
        var live = rig.awaitOpen(1);
        assertStops();
        assertThat(live.isClosed()).isTrue();
        rig.assertHistory("Connecting", "Open", "Stopped");
    }

    @Test
    void stopsWhileWaiting() {
        use(new KeeperRig(Patience.ENDLESS, HOUR));
        rig.linker.fails(ProblemCode.SERVER_UNREACHABLE);
        rig.start(0, "a");
        rig.await(ShareState.Waiting.class);
        assertStops();
        rig.assertHistory("Connecting", "Waiting", "Stopped");
    }

    @Test
    void stopsEvenWhenTheWayDownSwallowsTheInterrupt() {
        rig.linker.opensAndSwallowsInterrupts(1).hangs();
        rig.start(0, "a");
        rig.loseOnceOpen(1);
        assertStops();
        assertThat(rig.linker.asks()).hasSize(1);
    }

    @Test
    void callsABugAProblemToo() {
        Logger log = Logger.getLogger(ShareKeeper.class.getName());
        log.setLevel(Level.OFF);
        rig.linker.breaks();
        rig.start(0, "a");
        assertThat(rig.await(ShareState.Failed.class).problem().code())
                .isEqualTo(ProblemCode.INTERNAL);
        log.setLevel(null);
    }

    private void assertStops() {
        rig.shares.stop("web", ShareState.Reason.BY_USER);
        assertThat(rig.state()).isEqualTo(new ShareState.Stopped(ShareState.Reason.BY_USER));
        assertThat(rig.history().getLast()).isEqualTo("Stopped");
    }

    private void use(KeeperRig other) {
        rig.close();
        rig = other;
    }
}
