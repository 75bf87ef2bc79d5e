package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Each key does what it says, over shares that lead nowhere.
@ExtendWith(ApplicationExtension.class)
class KeysTest {
    private static final String LINK = "http://demo.example.com:8080";

    @TempDir Path folder;
    private Stand stand;
    private Stage stage;
    private Keyboard keys;
    private Eyes eyes;

    @Start
    void open(Stage given) throws Exception {
        stage = given;
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        for (String name : List.of("one", "two")) {
            int port = name.equals("one") ? 8080 : 0;
            stand.save(
                    new Share(
                            name,
                            Target.parse("3000"),
                            List.of("demo-vps"),
                            port,
                            "*",
                            false,
                            true));
        }
        stand.window(stage, MockRows.PORTS).show();
    }

    @BeforeEach
    void take(FxRobot robot) {
        keys = new Keyboard(robot, stage.getScene());
        eyes = new Eyes(robot, stage.getScene());
        eyes.awaitRow(0, "one", "Open");
        eyes.awaitRow(1, "two", "Open");
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DIGIT1, composer-target",
        "DIGIT2, servers",
        "DIGIT3, visitor-filter",
        "DIGIT4, settings-theme",
        "COMMA, settings-theme"
    })
    void aNumberShowsItsPage(KeyCode key, String part, FxRobot robot) {
        keys.shortcut(KeyCode.DIGIT3);
        keys.shortcut(key);
        Await.until(() -> robot.lookup("#" + part).tryQuery().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"DIGIT1", "DIGIT2", "DIGIT3", "DIGIT4"})
    void newGoesToThePortBoxFromEverywhere(KeyCode page) {
        keys.shortcut(page);
        keys.shortcut(KeyCode.N);
        assertThat(keys.focus()).isEqualTo("composer-target");
    }

    @ParameterizedTest
    @CsvSource({
        "DIGIT1, rail-shares",
        "DIGIT2, rail-servers",
        "DIGIT3, rail-visitors",
        "DIGIT4, rail-settings"
    })
    void tabComesRoundOnEveryPage(KeyCode page, String rail) {
        keys.shortcut(page);
        keys.tabTo(rail);
        assertThat(keys.round()).hasSizeGreaterThan(2).noneMatch(part -> part.contains("Modal"));
    }

    @ParameterizedTest
    @CsvSource({"DIGIT1, filter", "DIGIT2, filter", "DIGIT3, visitor-filter"})
    void findGoesToTheFilterOfThePage(KeyCode page, String filter) {
        keys.shortcut(page);
        keys.shortcut(KeyCode.F);
        assertThat(keys.focus()).isEqualTo(filter);
    }

    @Test
    void inThePortBoxDownOpensTypingFiltersAndTabTakes(FxRobot robot) {
        keys.shortcut(KeyCode.N);
        assertThat(isPopupOpen()).isFalse();
        keys.type(KeyCode.DOWN);
        Await.until(KeysTest::isPopupOpen);
        keys.write("vite");
        keys.type(KeyCode.DOWN, KeyCode.TAB);
        Await.until(() -> !isPopupOpen());
        assertThat(robot.lookup("#composer-target").queryTextInputControl().getText())
                .isEqualTo("5173");
        assertThat(keys.focus()).isEqualTo("composer-server");
    }

    @Test
    void enterInThePortBoxShares() {
        keys.shortcut(KeyCode.N);
        keys.write("4000");
        keys.type(KeyCode.ENTER);
        eyes.awaitRow(2, "Open");
    }

    @Test
    void spaceTurnsAShareOffAndOn() {
        select();
        keys.type(KeyCode.SPACE);
        eyes.awaitRow(0, "Stopped");
        keys.type(KeyCode.SPACE);
        eyes.awaitRow(0, "Open");
    }

    @Test
    void foldAndEnterHideAndShowTheDetails() {
        select();
        eyes.await("#details", true, "one");
        keys.shortcut(KeyCode.D);
        assertThat(eyes.on("#details")).isEmpty();
        keys.type(KeyCode.ENTER);
        eyes.await("#details", true, "one");
        keys.shortcut(KeyCode.D);
        keys.shortcut(KeyCode.D);
        eyes.await("#details", true, "one");
    }

    @Test
    void copyTakesTheLinkOfTheRow() {
        select();
        keys.shortcut(KeyCode.C);
        Await.until(() -> eyes.clipboard().equals(LINK));
    }

    @Test
    void aButtonInTheRowIsPressedByItsOwnKeys(FxRobot robot) {
        select();
        keys.type(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        Await.until(() -> stand.browsed.equals(List.of(LINK)));
        keys.type(KeyCode.TAB, KeyCode.ENTER);
        Await.until(() -> robot.lookup("#link-code").tryQuery().isPresent());
        assertThat(stand.linker.isOpen("one")).isTrue();
    }

    @Test
    void theBrowserShowsTheLink() {
        select();
        keys.shortcut(KeyCode.O);
        Await.until(() -> stand.browsed.equals(List.of(LINK)));
    }

    @Test
    void theCodeComesAndEscapeClosesIt() {
        select();
        keys.shortcut(KeyCode.K);
        Await.until(KeysTest::isPopupOpen);
        keys.type(KeyCode.ESCAPE);
        Await.until(() -> !isPopupOpen());
        assertThat(keys.focus()).isEqualTo("shares");
    }

    @Test
    void f5TriesAgain() {
        select();
        stand.linker.fail("one", Problem.of(ProblemCode.AUTH_REFUSED, ""));
        keys.type(KeyCode.SPACE);
        eyes.awaitRow(0, "Stopped");
        keys.type(KeyCode.SPACE);
        eyes.awaitRow(0, "Failed");
        stand.linker.mend("one");
        keys.type(KeyCode.F5);
        eyes.awaitRow(0, "Open");
    }

    @Test
    void f2WritesTheNameAnew() {
        select();
        keys.type(KeyCode.F2);
        keys.awaitFocus("rename");
        keys.write("shop");
        keys.type(KeyCode.ENTER);
        eyes.awaitRow(0, "shop", "Open");
        assertThat(keys.focus()).isEqualTo("shares");
        eyes.await("#details", true, "shop");
    }

    @Test
    void deleteTakesTheRowAndTabComesToUndo(FxRobot robot) {
        select();
        keys.type(KeyCode.DELETE);
        eyes.awaitRow(0, "two");
        Await.until(() -> robot.lookup("Undo").tryQuery().isPresent());
        keys.tabTo("rail-shares");
        keys.type(KeyCode.TAB, KeyCode.ENTER);
        eyes.awaitRow(1, "one");
    }

    @Test
    void whatWasDeletedComesBackByOneKey(FxRobot robot) {
        select();
        keys.type(KeyCode.DELETE);
        eyes.awaitRow(0, "two");
        Await.until(() -> robot.lookup("Undo").tryQuery().isPresent());
        keys.shortcut(KeyCode.Z);
        eyes.awaitRow(1, "one");
    }

    @Test
    void allAreSelectedAndStopped() {
        select();
        keys.shortcut(KeyCode.A);
        keys.type(KeyCode.SPACE);
        eyes.awaitRow(0, "Stopped");
        eyes.awaitRow(1, "Stopped");
    }

    @Test
    void aPastedLineFillsTheComposer(FxRobot robot) {
        String line = "ssh -N -R 8081:localhost:3000 me@demo.example.com";
        ClipboardContent content = new ClipboardContent();
        content.putString(line);
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(content));
        select();
        keys.shortcut(KeyCode.V);
        assertThat(robot.lookup("#composer-target").queryTextInputControl().getText())
                .isEqualTo(line);
        keys.type(KeyCode.ESCAPE);
        Await.until(() -> !isPopupOpen());
    }

    @Test
    void quitAsksWhileSomethingIsSharedAndEscapeKeepsIt() {
        keys.shortcut(KeyCode.Q);
        Await.until(() -> stage.getScene().lookup(".dialog-box") != null);
        for (int i = 0; i < 5; i++) {
            assertThat(keys.isWithin(".dialog-box")).isTrue();
            keys.type(KeyCode.TAB);
        }
        keys.type(KeyCode.ESCAPE);
        assertThat(stage.isShowing()).isTrue();
        select();
        keys.shortcut(KeyCode.A);
        keys.type(KeyCode.SPACE);
        eyes.awaitRow(1, "Stopped");
        keys.shortcut(KeyCode.Q);
        Await.until(() -> !stage.isShowing());
    }

    /// The first row, as the keyboard does it.
    private void select() {
        keys.shortcut(KeyCode.N);
        keys.tabTo("shares");
        keys.type(KeyCode.HOME);
    }

    private static boolean isPopupOpen() {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof PopupWindow && window.isShowing());
    }
}
