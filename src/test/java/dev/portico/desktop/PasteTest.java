package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.share.Share;
import dev.portico.share.ShareStatus;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A whole ssh line in the window, and the question before something sensitive is opened.
@ExtendWith(ApplicationExtension.class)
class PasteTest {
    @TempDir Path folder;
    private Stand stand;

    @Start
    void open(Stage stage) throws Exception {
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        stand.window(stage, MockRows.PORTS).show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aLineThatIsPastedOutsideAFieldIsShownAndEnterSharesIt(FxRobot robot) {
        String line = "ssh -N -R 8080:localhost:3000 me@demo.example.com";
        robot.clickOn("#rail-servers");
        paste(robot, line);
        Await.until(PasteTest::isPopupOpen);
        assertThat(robot.lookup("#composer-target").queryTextInputControl().getText())
                .isEqualTo(line);
        assertThat(shares()).isEmpty();

        robot.push(KeyCode.ENTER);
        Await.until(() -> shares().size() == 1);
        assertThat(shares().getFirst())
                .returns("demo-vps", Share::server)
                .returns(8080, Share::port);
        Await.until(() -> !isPopupOpen());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh -N -R 80",
                "ssh -R 80:localhost:80 -o ProxyCommand=nc me@demo.example.com",
                "ssh -R 81:localhost:3001 me@demo.example.com"
            })
    void anotherLineIsExplainedAgainAfterTheFirstWasPutAway(String other, FxRobot robot) {
        robot.clickOn("#composer-target");
        paste(robot, "ssh -N -R 8080:localhost:3000 me@demo.example.com");
        Await.until(PasteTest::isPopupOpen);
        robot.push(KeyCode.ESCAPE);
        Await.until(() -> !isPopupOpen());

        robot.push(KeyCode.SHORTCUT, KeyCode.N).push(KeyCode.SHORTCUT, KeyCode.A);
        paste(robot, other);
        Await.until(PasteTest::isPopupOpen);
        assertThat(robot.lookup("#composer-target").queryTextInputControl().getText())
                .isEqualTo(other);
    }

    @Test
    void aSensitivePortIsSharedAsTheAnswerSays(FxRobot robot) {
        robot.clickOn("#composer-target");
        robot.interact(
                () ->
                        robot.lookup("#composer-target")
                                .queryTextInputControl()
                                .setText("ssh -R *:0:localhost:5432 me@demo.example.com"));
        robot.push(KeyCode.ENTER);
        Await.until(() -> robot.lookup("#sensitive-inside").tryQuery().isPresent());
        assertThat(shares()).isEmpty();

        robot.push(KeyCode.ESCAPE);
        assertThat(shares()).isEmpty();
        robot.clickOn("#composer-target").push(KeyCode.ENTER);
        Await.until(() -> robot.lookup("#sensitive-inside").tryQuery().isPresent());
        robot.clickOn("#sensitive-inside");
        Await.until(() -> shares().size() == 1);
        assertThat(shares().getFirst().bind()).isEqualTo("localhost");
    }

    private static void paste(FxRobot robot, String line) {
        robot.interact(
                () -> {
                    var content = new ClipboardContent();
                    content.putString(line);
                    Clipboard.getSystemClipboard().setContent(content);
                });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
    }

    private static boolean isPopupOpen() {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof PopupWindow && window.isShowing());
    }

    private List<Share> shares() {
        return stand.shares.snapshot().stream().map(ShareStatus::share).toList();
    }
}
