package dev.portico.desktop.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Standing;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.desktop.servers.ServerForm.Field;
import dev.portico.desktop.shares.ComposerModel;
import dev.portico.desktop.shares.DeskFixture;
import dev.portico.desktop.shares.SharesModel;
import dev.portico.fixture.Await;
import dev.portico.share.Exposure;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Progress;
import dev.portico.share.Progress.Fact;
import dev.portico.share.Reach;
import dev.portico.share.ServerTrial.Check;
import dev.portico.share.ShareState.Step;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The test of a server, over a way that leads nowhere.
class TestModelTest {
    private static final String TEST = "test";
    private DeskFixture fixture;
    private ServersModel model;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        PortWatch watch = fixture.watch(List::of);
        SharesModel shares = new SharesModel(fixture.desk, watch);
        model =
                new ServersModel(
                        fixture.desk, shares, new ComposerModel(fixture.desk, shares, watch));
        fixture.save(DeskFixture.server("vps"), DeskFixture.server("attic"));
        model.refresh();
        model.select("vps");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void everyStepIsToldWithWhatItFound() {
        fixture.linker.lead(TEST, TestModelTest::wholeWay);
        model.test().start(false);
        reaches(reach(Exposure.ONLY_ON_SERVER, Reach.Why.KEPT_INSIDE, Optional.empty()));
        await(Standing.PASSED);
        assertThat(lines()).extracting(TestLine::mark).containsOnly(Mark.PASSED);
        assertThat(lines())
                .extracting(TestLine::words)
                .containsExactly(
                        "203.0.113.5, 2001:db8:5::5",
                        "vps.example.com:22 answers",
                        "OpenSSH_9.2p1",
                        "trusted, ssh-ed25519, ends in 9fQk",
                        "me is let in",
                        "port 40907 granted",
                        "a visit came back in 24 ms",
                        "Only on the server\nvps keeps the port to itself, as asked.");
        assertThat(model.test().headProperty().get()).isEqualTo("all passed");
        assertThat(fixture.linker.isOpen(TEST)).isFalse();
        assertThat(fixture.shares.snapshot()).isEmpty();
    }

    @Test
    void whatIsUnderWayIsCountedAndCanBeCancelled() {
        fixture.linker.lead(
                TEST,
                progress -> {
                    progress.reached(Step.TCP);
                    progress.reached(Step.HOST_KEY);
                    progress.found(Fact.SOFTWARE, "dropbear_2024.86");
                });
        fixture.linker.holdAt(TEST, Step.SIGN_IN);
        model.test().start(false);
        awaitMark(Check.SIGN_IN, Mark.CONNECTING);
        fixture.clock.move(Duration.ofMillis(3_700));
        model.refresh();
        assertThat(line(Check.SIGN_IN).words()).isEqualTo("signing in as me");
        assertThat(line(Check.SIGN_IN).time()).isEqualTo("3 s");
        assertThat(line(Check.FORWARDING).mark()).isEqualTo(Mark.STOPPED);
        assertThat(model.test().headProperty().get()).isEqualTo("step 5 of 8");

        model.test().cancel();
        await(Standing.CANCELLED);
        assertThat(line(Check.HOST_KEY).mark()).isEqualTo(Mark.PASSED);
        assertThat(line(Check.SIGN_IN).words()).isEqualTo("cancelled");
        assertThat(line(Check.EXPOSURE).mark()).isEqualTo(Mark.SKIPPED);
    }

    @Test
    void theStepThatFailsHasTheCureAndTheRestSaysWhyItWasNotTried() {
        Problem forbidden =
                Problem.of(ProblemCode.FORWARDING_FORBIDDEN, "", "server", "vps", "user", "me");
        fixture.linker.lead(TEST, progress -> progress.reached(Step.PORT));
        fixture.linker.fail(TEST, forbidden);
        model.test().start(true);
        await(Standing.FAILED);
        assertThat(line(Check.SIGN_IN).mark()).isEqualTo(Mark.PASSED);
        assertThat(line(Check.FORWARDING).mark()).isEqualTo(Mark.FAILED);
        assertThat(line(Check.FORWARDING).words())
                .isEqualTo("vps does not allow forwarding for me.");
        assertThat(line(Check.PROVEN_INSIDE).words())
                .isEqualTo("not tried: Forwarding allowed failed");
        model.test().copyCure(line(Check.FORWARDING).problem().orElseThrow());
        assertThat(fixture.clipboard).singleElement().asString().contains("Match User me");
    }

    @Test
    void whoCanOpenItFailsWhereTheServerDoesNotAsTheProfileWishes() {
        Problem wider = Problem.of(ProblemCode.WIDER_THAN_ASKED, "", "server", "vps");
        fixture.linker.lead(TEST, progress -> progress.reached(Step.PORT));
        fixture.linker.fail(TEST, wider);
        model.test().start(false);
        await(Standing.FAILED);
        assertThat(line(Check.FORWARDING).mark()).isEqualTo(Mark.PASSED);
        assertThat(line(Check.PROVEN_INSIDE).mark()).isEqualTo(Mark.SKIPPED);
        assertThat(line(Check.EXPOSURE).problem()).contains(wider);
    }

    @Test
    void whatCannotBeToldIsNoFailure() {
        model.test().start(false);
        reaches(reach(Exposure.UNKNOWN, Reach.Why.NOT_ALLOWED_TO_LOOK, Optional.empty()));
        await(Standing.PASSED);
        assertThat(line(Check.PROVEN_INSIDE).words())
                .isEqualTo("the server lets nobody visit its ports from inside");
        assertThat(line(Check.EXPOSURE).mark()).isEqualTo(Mark.SKIPPED);
    }

    @Test
    void aConcernFailsAndNothingIsSaved() {
        Problem concern = Problem.of(ProblemCode.NARROWER_THAN_ASKED, "", "server", "vps");
        model.form().valueProperty(Field.USER).set("somebody");
        model.test().start(true);
        reaches(reach(Exposure.ONLY_ON_SERVER, Reach.Why.GATEWAY_NO, Optional.of(concern)));
        await(Standing.FAILED);
        assertThat(line(Check.EXPOSURE).problem()).contains(concern);
        assertThat(savedUser()).isEqualTo("me");
    }

    @Test
    void whatPassedIsSavedAndTheTestStays() {
        model.form().valueProperty(Field.USER).set("somebody");
        model.test().start(true);
        reaches(reach(Exposure.ONLY_ON_SERVER, Reach.Why.KEPT_INSIDE, Optional.empty()));
        await(Standing.PASSED);
        assertThat(fixture.linker.asked().get(TEST).user()).isEqualTo("somebody");
        assertThat(savedUser()).isEqualTo("somebody");
        assertThat(model.test().standingProperty().get()).isEqualTo(Standing.PASSED);
    }

    @Test
    void whatWasTypedSinceIsNotSaved() {
        model.test().start(true);
        Await.until(() -> fixture.linker.isOpen(TEST));
        model.form().valueProperty(Field.USER).set("untested");
        reaches(reach(Exposure.ONLY_ON_SERVER, Reach.Why.KEPT_INSIDE, Optional.empty()));
        await(Standing.PASSED);
        assertThat(savedUser()).isEqualTo("me");
    }

    @Test
    void anotherServerEndsTheTest() {
        model.test().start(false);
        Await.until(() -> fixture.linker.isOpen(TEST));
        model.select("attic");
        assertThat(model.test().standingProperty().get()).isEqualTo(Standing.IDLE);
        Await.until(() -> !fixture.linker.isOpen(TEST));
    }

    @Test
    void aFormWithMistakesIsNotTested() {
        model.form().valueProperty(Field.HOST).set("");
        model.test().start(false);
        assertThat(model.test().standingProperty().get()).isEqualTo(Standing.IDLE);
        assertThat(model.form().errorProperty(Field.HOST).get()).isNotEmpty();
    }

    private static void wholeWay(Progress progress) {
        progress.reached(Step.NAME);
        progress.found(Fact.ADDRESSES, "203.0.113.5, 2001:db8:5::5");
        progress.reached(Step.TCP);
        progress.found(Fact.PLACE, "vps.example.com:22");
        progress.reached(Step.HOST_KEY);
        progress.found(Fact.SOFTWARE, "OpenSSH_9.2p1");
        progress.found(Fact.KEY_TYPE, "ssh-ed25519");
        progress.found(Fact.FINGERPRINT, "SHA256:TfQm3vVUNJcNcW9y1Cq3pLxYJm0qS4kq1ZbM0d9fQk");
        progress.reached(Step.SIGN_IN);
        progress.reached(Step.PORT);
        progress.found(Fact.PORT, "40907");
        progress.reached(Step.PROOF);
        progress.found(Fact.ROUND_TRIP, "24");
    }

    private static Reach reach(Exposure exposure, Reach.Why why, Optional<Problem> concern) {
        return new Reach(exposure, why, Map.of("server", "vps"), Optional.empty(), concern);
    }

    private void reaches(Reach reach) {
        Await.until(() -> fixture.linker.isOpen(TEST));
        fixture.linker.doorway(TEST).reaches(reach);
    }

    private void await(Standing standing) {
        Await.value(
                Duration.ofSeconds(10),
                () -> {
                    model.refresh();
                    return model.test().standingProperty().get();
                },
                standing::equals);
    }

    private void awaitMark(Check check, Mark mark) {
        Await.value(
                Duration.ofSeconds(10),
                () -> {
                    model.refresh();
                    return line(check).mark();
                },
                mark::equals);
    }

    private List<TestLine> lines() {
        return model.test().linesProperty().get();
    }

    private TestLine line(Check check) {
        return lines().stream().filter(line -> line.check() == check).findFirst().orElseThrow();
    }

    private String savedUser() {
        return fixture.store.settings().server("vps").orElseThrow().user();
    }
}
