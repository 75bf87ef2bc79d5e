package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ShareState.Step;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// The keys stay where they are while a server is tested, whatever comes of it.
@ExtendWith(ApplicationExtension.class)
class ServerTestFocusTest {
    @TempDir Path folder;
    private final CompletableFuture<Void> answer = new CompletableFuture<>();
    private Stand stand;
    private Stage stage;
    private Keyboard keys;
    private Eyes eyes;

    @Start
    void open(Stage given) throws Exception {
        stage = given;
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        stand.linker.lead(
                "test",
                progress -> {
                    progress.reached(Step.SIGN_IN);
                    answer.join();
                });
        stand.linker.fail("test", Problem.of(ProblemCode.AUTH_REFUSED, ""));
        stand.window(stage, MockRows.PORTS).show();
    }

    @BeforeEach
    void take(FxRobot robot) {
        keys = new Keyboard(robot, stage.getScene());
        eyes = new Eyes(robot, stage.getScene());
    }

    @AfterEach
    void close() {
        answer.complete(null);
        stand.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1300, server-test, SPACE",
        "1300, server-test-save, SPACE",
        "1300, servers, F5",
        "1300, server-host, F5",
        "960, server-test, SPACE"
    })
    void aTestThatFailsLeavesTheKeysWhereTheyAre(
            double width, String place, KeyCode key, FxRobot robot) {
        robot.interact(() -> stage.setWidth(width));
        keys.shortcut(KeyCode.DIGIT2);
        robot.interact(() -> Press.choose(robot.lookup("#servers").query(), 0));
        keys.tabTo(place);
        keys.type(key);
        eyes.await("#test-state", true, "step 5 of 8");
        answer.complete(null);
        eyes.await("#server-test-pane", true, "failed");
        assertThat(keys.focus()).isEqualTo(place);
    }
}
