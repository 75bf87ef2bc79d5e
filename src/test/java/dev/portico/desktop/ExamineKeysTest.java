package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.doctor.Check;
import dev.portico.doctor.ScriptedDoctor;
import dev.portico.fixture.Await;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The ways to an examination and back, over a doctor that finds nothing by itself.
@ExtendWith(ApplicationExtension.class)
class ExamineKeysTest {
    @TempDir Path folder;
    private final ScriptedDoctor doctor = new ScriptedDoctor();
    private Stand stand;
    private Stage stage;
    private Keyboard keys;
    private Eyes eyes;

    @Start
    void open(Stage given) throws Exception {
        stage = given;
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.doctor = doctor;
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        stand.save(
                new Share(
                        "one", Target.parse("3000"), List.of("demo-vps"), 8080, "*", false, true));
        stand.window(stage, MockRows.PORTS).show();
    }

    @BeforeEach
    void take(FxRobot robot) {
        keys = new Keyboard(robot, stage.getScene());
        eyes = new Eyes(robot, stage.getScene());
        eyes.awaitRow(0, "one", "Open");
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void theKeyExaminesTheChosenShareAndEscapeComesBackToIt() {
        keys.tabTo("shares");
        keys.type(KeyCode.HOME);
        keys.shortcut(KeyCode.E);
        eyes.await("#examination", true, "one");
        assertThat(keys.focus()).isEqualTo("checks");
        assertThat(doctor.awaitAsked(1).share()).map(Share::name).contains("one");
        keys.type(KeyCode.ESCAPE);
        eyes.awaitRow(0, "one", "Open");
        assertThat(keys.focus()).isEqualTo("shares");
        Await.until(() -> doctor.last().isOver());
    }

    @Test
    void theMenuOfARowExaminesItAndTheKeyStillDoesAfterwards(FxRobot robot) {
        robot.clickOn("one", MouseButton.SECONDARY);
        robot.clickOn("Examine");
        eyes.await("#examination", true, "one");
        keys.type(KeyCode.ESCAPE);
        eyes.awaitRow(0, "one", "Open");
        robot.clickOn("one", MouseButton.SECONDARY);
        keys.type(KeyCode.ESCAPE);
        robot.clickOn("one");
        keys.shortcut(KeyCode.E);
        eyes.await("#examination", true, "one");
        doctor.awaitAsked(2);
    }

    @Test
    void theServerInTheFormIsExamined() {
        keys.shortcut(KeyCode.DIGIT2);
        keys.tabTo("servers");
        keys.type(KeyCode.HOME);
        keys.shortcut(KeyCode.E);
        eyes.await("#examination", true, "demo-vps");
        assertThat(doctor.awaitAsked(1).server().host()).isEqualTo("demo.example.com");
        assertThat(doctor.last().share()).isEmpty();
    }

    @Test
    void thePracticeServerIsExaminedFromItsPage(FxRobot robot) {
        keys.shortcut(KeyCode.DIGIT2);
        robot.interact(() -> Press.choose(robot.lookup("#servers").query(), 1));
        robot.clickOn("#server-examine");
        assertThat(doctor.awaitAsked(1).server().name()).isEqualTo(Server.PRACTICE);
    }

    @Test
    void anotherPageEndsItEvenTheOneItCameFrom() {
        int times = 1;
        for (KeyCode page : List.of(KeyCode.DIGIT1, KeyCode.DIGIT3)) {
            keys.shortcut(KeyCode.DIGIT1);
            keys.tabTo("shares");
            keys.type(KeyCode.HOME);
            keys.shortcut(KeyCode.E);
            doctor.awaitAsked(times++);
            keys.shortcut(page);
            Await.until(() -> doctor.last().isOver());
            assertThat(eyes.on("#examination")).isEmpty();
        }
    }

    @Test
    void f5ChecksAgainAndTheArrowsChooseWhatIsShown() {
        keys.tabTo("shares");
        keys.type(KeyCode.HOME);
        keys.shortcut(KeyCode.E);
        doctor.awaitAsked(1)
                .finds(
                        ScriptedDoctor.failed(
                                Check.LOCAL_SERVICE,
                                Problem.of(ProblemCode.LOCAL_DOWN, "", "target", "x:1")))
                .passesTheRest()
                .ends();
        eyes.await("#examination", true, "1 to mend");
        keys.type(KeyCode.UP);
        eyes.await("#examine-title", true, "Reachable from here");
        keys.type(KeyCode.F5);
        eyes.await("#examine-cancel", true, "Cancel");
        doctor.awaitAsked(2);
        assertThat(keys.focus()).isEqualTo("checks");
    }
}
