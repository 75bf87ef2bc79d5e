package dev.portico.desktop.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Standing;
import dev.portico.desktop.shares.DeskFixture;
import dev.portico.doctor.Check;
import dev.portico.doctor.ScriptedDoctor;
import dev.portico.fixture.Await;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The examination without a window, by a doctor that says what it is told.
class ExamineModelTest {
    private static final Server VPS = DeskFixture.server("vps");
    private static final Share SITE =
            new Share("site", Target.parse("3000"), List.of("vps", "attic"), 0, "*", false, true);

    private final ScriptedDoctor doctor = new ScriptedDoctor();
    private DeskFixture fixture;
    private ExamineModel model;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        fixture.save(VPS, DeskFixture.server("attic"));
        model = new ExamineModel(fixture.desk, doctor);
        model.refresh();
    }

    @AfterEach
    void stop() {
        model.leave();
        fixture.close();
    }

    @Test
    void everyCheckIsToldAsItHappens() {
        model.share(SITE);
        assertThat(model.headProperty().get()).isEqualTo("Beginning");
        assertThat(model.lines())
                .hasSize(Check.values().length)
                .extracting(CheckLine::mark)
                .containsOnly(Mark.STOPPED);
        doctor.last().passesUntil(Check.SIGN_IN);
        model.refresh();
        assertThat(model.headProperty().get()).isEqualTo("Step 5 of 14");
        assertThat(line(Check.HOST_KEY).words()).startsWith("trusted: ssh-ed25519 SHA256:");
        assertThat(line(Check.SIGN_IN).state()).isEqualTo("running");
        assertThat(line(Check.FORWARDING).state()).isEqualTo("not begun");
        assertThat(model.isRunning()).isTrue();

        doctor.last().passesTheRest().ends();
        await(Standing.PASSED);
        assertThat(model.headProperty().get()).isEqualTo("Nothing stands in the way");
        assertThat(model.sumProperty().get()).isEqualTo("14 passed · 0 skipped");
        assertThat(model.shownProperty().get()).isEmpty();
    }

    @Test
    void theFirstFailureIsShownInFullWithItsLinesToCopy() {
        model.share(SITE);
        doctor.last().finds(ScriptedDoctor.keptInside(VPS, SITE));
        doctor.last().finds(ScriptedDoctor.failed(Check.LOCAL_SERVICE, down()));
        doctor.last().passesTheRest().ends();
        await(Standing.FAILED);
        assertThat(model.headProperty().get()).isEqualTo("2 to mend; begin with the first");
        CheckLine shown = model.shownProperty().get().orElseThrow();
        assertThat(shown.check()).isEqualTo(Check.GATEWAY_PORTS);
        Mending mending = shown.mending().orElseThrow();
        assertThat(mending.title()).startsWith("vps keeps shared ports inside");
        assertThat(mending.cause()).contains("GatewayPorts is \"no\"");
        assertThat(mending.remedy()).isNotEmpty().doesNotContain("Match User");
        assertThat(mending.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.place()).contains("sshd_config"))
                .extracting(Mending.Block::lines)
                .isEqualTo("Match User me\n    GatewayPorts clientspecified");
        model.copy(mending.copied());
        assertThat(fixture.clipboard)
                .containsExactly("Match User me\n    GatewayPorts clientspecified");
    }

    @Test
    void whereThereAreNoLinesTheRemedyIsCopiedAndTheServersWordsAreShown() {
        model.share(SITE);
        Problem lost = Problem.quoting(ProblemCode.CONNECTION_LOST, "Too many", "server", "vps");
        doctor.last().finds(ScriptedDoctor.failed(Check.SIGN_IN, lost)).skipsTheRest().ends();
        await(Standing.FAILED);
        assertThat(model.headProperty().get()).isEqualTo("1 to mend");
        Mending mending = line(Check.SIGN_IN).mending().orElseThrow();
        assertThat(mending.saidLabel()).isEqualTo("What the server said");
        assertThat(mending.said()).isEqualTo("Too many");
        assertThat(mending.copied()).isEqualTo(mending.remedy()).isNotBlank();
        assertThat(line(Check.FORWARDING).quiet()).isTrue();
        assertThat(line(Check.FORWARDING).words()).isEqualTo("not tried: Sign-in failed");
    }

    @Test
    void theWindowSpeaksOfWhatItHas() {
        model.share(SITE);
        doctor.last().finds(ScriptedDoctor.listed()).passesTheRest().ends();
        await(Standing.FAILED);
        assertThat(line(Check.AUTOMATIC_PORT).mending().orElseThrow().remedy())
                .contains("in the share")
                .doesNotContain("--port");
    }

    @Test
    void waysThatLeadToTheSameAreNotCopiedTogether() {
        model.share(SITE);
        doctor.last().finds(ScriptedDoctor.dropped(VPS, SITE, 8080)).passesTheRest().ends();
        await(Standing.FAILED);
        Mending mending = line(Check.REACHABLE).mending().orElseThrow();
        assertThat(mending.blocks())
                .extracting(Mending.Block::place)
                .contains("With ufw:", "With iptables:");
        assertThat(mending.copied()).isEmpty();
    }

    @Test
    void whatToMendStaysWhileItIsCheckedAgain() {
        model.share(SITE);
        doctor.last().finds(ScriptedDoctor.keptInside(VPS, SITE)).passesTheRest().ends();
        await(Standing.FAILED);
        CheckLine before = model.shownProperty().get().orElseThrow();

        model.again();
        doctor.last().passesUntil(Check.FORWARDING);
        model.refresh();
        CheckLine now = model.shownProperty().get().orElseThrow();
        assertThat(now.mark()).isEqualTo(Mark.STOPPED);
        assertThat(now.mending()).isEqualTo(before.mending());

        doctor.last().passesTheRest().ends();
        await(Standing.PASSED);
        assertThat(model.shownProperty().get()).isEmpty();
        assertThat(doctor.asked()).hasSize(2);
    }

    @Test
    void whoeverReadsAnotherCheckKeepsToItWhileItIsCheckedAgain() {
        model.share(SITE);
        doctor.last().finds(ScriptedDoctor.keptInside(VPS, SITE));
        doctor.last().finds(ScriptedDoctor.dropped(VPS, SITE, 8080)).passesTheRest().ends();
        await(Standing.FAILED);
        model.choose(Check.REACHABLE);
        model.again();
        doctor.last().finds(ScriptedDoctor.keptInside(VPS, SITE));
        doctor.last().finds(ScriptedDoctor.dropped(VPS, SITE, 8080)).passesTheRest();
        model.refresh();
        assertThat(shown()).contains(Check.REACHABLE);
        doctor.last().ends();
        await(Standing.FAILED);
        assertThat(shown()).contains(Check.REACHABLE);

        model.again();
        doctor.last().finds(ScriptedDoctor.keptInside(VPS, SITE)).passesTheRest().ends();
        await(Standing.FAILED);
        assertThat(shown()).contains(Check.GATEWAY_PORTS);
    }

    @Test
    void whatIsCancelledSaysSoAndCanBeCheckedAgain() {
        model.server(VPS);
        doctor.last().passesUntil(Check.TCP);
        model.refresh();
        model.cancel();
        await(Standing.CANCELLED);
        assertThat(model.headProperty().get()).isEqualTo("Cancelled");
        assertThat(line(Check.NAME).mark()).isEqualTo(Mark.PASSED);
        assertThat(line(Check.TCP).words()).isEqualTo("cancelled");
        model.again();
        assertThat(model.isRunning()).isTrue();
    }

    @Test
    void leavingEndsWhatIsUnderWay() {
        model.server(VPS);
        doctor.last().passesUntil(Check.TCP);
        model.leave();
        Await.until(() -> doctor.last().isOver());
        assertThat(model.openProperty().get()).isFalse();
        model.refresh();
        assertThat(model.standingProperty().get()).isEqualTo(Standing.IDLE);
        assertThat(model.lines()).extracting(CheckLine::mark).containsOnly(Mark.STOPPED);
    }

    @Test
    void aShareIsExaminedAsItStandsNowWithTheFirstOfItsServers() {
        model.share(SITE);
        assertThat(doctor.last().server()).isEqualTo(VPS);
        assertThat(doctor.last().share()).contains(SITE);
        doctor.last().passesTheRest().ends();
        await(Standing.PASSED);

        fixture.save(new Server("vps", "new.example.com", 22, "me", VPS.signIn()));
        model.again();
        assertThat(doctor.last().server().host()).isEqualTo("new.example.com");
    }

    @Test
    void thePracticeServerIsExaminedToo() {
        model.practice();
        assertThat(doctor.last().server().host()).isEqualTo("127.0.0.1");
        assertThat(doctor.last().share()).isEqualTo(Optional.empty());
        assertThat(model.nameProperty().get()).isEqualTo("practice");
    }

    @Test
    void aServerThatIsGoneIsSaidAndNothingIsOpened() {
        fixture.save();
        model.share(SITE);
        assertThat(fixture.notices.said).containsExactly("The server vps is not saved any more.");
        assertThat(model.openProperty().get()).isFalse();
        assertThat(doctor.asked()).isEmpty();
    }

    private static Problem down() {
        return Problem.of(ProblemCode.LOCAL_DOWN, "", "target", "localhost:3000");
    }

    private Optional<Check> shown() {
        return model.shownProperty().get().map(CheckLine::check);
    }

    private CheckLine line(Check check) {
        return model.lines().stream()
                .filter(line -> line.check() == check)
                .findFirst()
                .orElseThrow();
    }

    private void await(Standing standing) {
        Await.value(
                Duration.ofSeconds(10),
                () -> {
                    model.refresh();
                    return model.standingProperty().get();
                },
                standing::equals);
    }
}
