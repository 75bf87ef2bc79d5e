package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.fixture.PretendVisit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Instant;
import java.util.Locale;

@Timeout(30)
class SharesTest {
    private final KeeperRig rig = new KeeperRig();
    private final Shares shares = rig.shares;

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void beginsStopped() {
        shares.add(KeeperRig.share(0, "a"));
        assertThat(rig.state()).isEqualTo(new ShareState.Stopped(ShareState.Reason.NOT_STARTED));
        ShareStatus status = shares.snapshot().getFirst();
        assertThat(status.exposure()).isEqualTo(Exposure.UNKNOWN);
        assertThat(status.traffic()).isEqualTo(TrafficSample.NONE);
        assertThat(status.targetUp()).isTrue();
        assertThat(status.visits()).isEmpty();
    }

    @Test
    void keepsTheOrderInWhichTheyCame() {
        for (String name : new String[] {"c", "a", "b"}) {
            shares.add(KeeperRig.share(0, "a").withName(name));
        }
        assertThat(shares.snapshot())
                .extracting(status -> status.share().name())
                .containsExactly("c", "a", "b");
    }

    @Test
    void refusesATakenNameAndProposesAFreeOne() {
        assertThat(shares.freeName("web")).isEqualTo("web");
        shares.add(KeeperRig.share(0, "a"));
        assertThat(shares.freeName("web")).isEqualTo("web-2");
        shares.add(KeeperRig.share(0, "a").withName("web-2"));
        assertThat(shares.freeName("web")).isEqualTo("web-3");
        assertThatThrownBy(() -> shares.add(KeeperRig.share(0, "a"))).isInstanceOf(BadInput.class);
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> shares.start("nobody"))
                .isInstanceOf(BadInput.class)
                .satisfies(
                        refused ->
                                assertThat(((BadInput) refused).title(Locale.ENGLISH))
                                        .contains("nobody"));
    }

    @Test
    void failsWhenItsServerIsNotSavedAnyMore() {
        rig.start(0, "gone");
        assertThat(rig.await(ShareState.Failed.class).problem().code())
                .isEqualTo(ProblemCode.SERVER_MISSING);
        rig.assertHistory("Failed");
    }

    @Test
    void passesOverAServerThatIsNotSavedAnyMore() {
        rig.linker.opens(1);
        rig.start(0, "gone", "b");
        assertThat(rig.await(ShareState.Open.class).server().name()).isEqualTo("b");
    }

    @Test
    void startingTwiceOpensOnce() {
        rig.linker.opens(1);
        rig.start(0, "a");
        shares.start("web");
        rig.awaitOpen(1);
        shares.start("web");
        assertThat(rig.linker.asks()).hasSize(1);
    }

    @Test
    void countsOnAfterAStopAndAStart() {
        rig.linker.opens(1).opens(1);
        rig.start(0, "a");
        rig.awaitOpen(1);
        shares.stop("web", ShareState.Reason.BY_USER);
        shares.stop("web", ShareState.Reason.BY_USER);
        shares.start("web");
        rig.awaitOpen(2);
        rig.assertHistory("Connecting", "Open", "Stopped", "Connecting", "Open");
    }

    @Test
    void whatHappensAfterARenameIsToldUnderTheNameOfNow() {
        rig.linker.opens(1);
        rig.start(0, "a");
        rig.awaitOpen(1);
        Doorway doorway = rig.linker.doorway(0);
        Visit visit = visit(7);
        doorway.came(visit);
        shares.label("web", share -> share.withGroup("home"));
        shares.label("web", share -> share.withName("site"));
        doorway.left(visit);
        doorway.foundNobody(visit.visitor(), "closed");
        shares.stop("site", ShareState.Reason.BY_USER);
        assertThat(rig.told())
                .extracting(event -> event.getClass().getSimpleName() + " " + event.share())
                .containsExactly(
                        "StateChanged web",
                        "StateChanged web",
                        "VisitorCame web",
                        "Renamed site",
                        "VisitorLeft site",
                        "TargetChanged site",
                        "VisitorRefused site",
                        "StateChanged site");
    }

    @Test
    void whoIsSentAwayIsGoneBeforeTheServerKnows() {
        rig.linker.opens(1);
        rig.start(0, "a");
        rig.awaitOpen(1);
        Doorway doorway = rig.linker.doorway(0);
        doorway.came(visit(7));
        doorway.came(visit(8));
        shares.disconnect("web", 7);
        assertThat(doorway.visits()).extracting(it -> it.visitor().id()).containsExactly(8L);
        shares.block("web", "203.0.113.8");
        assertThat(doorway.visits()).isEmpty();
        doorway.left(visit(7));
        assertThat(rig.told())
                .filteredOn(ShareEvent.VisitorLeft.class::isInstance)
                .extracting(event -> ((ShareEvent.VisitorLeft) event).byUser())
                .containsExactly(true, true);
    }

    private static Visit visit(int number) {
        Visitor visitor = new Visitor(number, "203.0.113." + number, 4711, Instant.EPOCH);
        return new PretendVisit(visitor, 1, 2);
    }

    @Test
    void removesWhatItHasStopped() {
        rig.linker.opens(1);
        rig.start(0, "a");
        var live = rig.awaitOpen(1);
        shares.remove("web");
        assertThat(live.isClosed()).isTrue();
        assertThat(shares.snapshot()).isEmpty();
        assertThatThrownBy(() -> shares.stop("web", ShareState.Reason.BY_USER))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void closingStopsThemAllAndSaysWhy() {
        rig.linker.opens(1).opens(2);
        shares.add(KeeperRig.share(0, "a").withName("one"));
        shares.add(KeeperRig.share(0, "b").withName("two"));
        shares.start("one");
        shares.start("two");
        rig.awaitOpen(2);
        shares.close();
        assertThat(shares.snapshot())
                .extracting(ShareStatus::state)
                .filteredOn(ShareState.Stopped.class::isInstance)
                .containsOnly(new ShareState.Stopped(ShareState.Reason.APP_CLOSED));
        assertThat(rig.linker.opened(0).isClosed()).isTrue();
        assertThat(rig.linker.opened(1).isClosed()).isTrue();
    }

    @Test
    void anInstantIsTheTimeOfTheClock() {
        rig.linker.opens(1);
        Instant before = Instant.now();
        rig.start(0, "a");
        assertThat(rig.await(ShareState.Open.class).since()).isBetween(before, Instant.now());
    }
}
