package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The window as a user meets it, over shares that lead nowhere.
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    @TempDir Path folder;
    private Stand stand;
    private Stage stage;

    @Start
    void open(Stage given) throws Exception {
        stand = new Stand(folder, Duration.ofSeconds(4));
        stage = given;
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void theFirstLinkIsOneClickAway(FxRobot robot) throws Exception {
        robot.clickOn("#first-link");
        await(() -> rows(robot) == 1);
        await(() -> shows(robot, "Open"));
        robot.interact(
                () ->
                        assertThat(Clipboard.getSystemClipboard().getString())
                                .isEqualTo("http://127.0.0.1:41233"));
        assertThat(shows(robot, "41233")).isTrue();
        assertThat(shows(robot, "Sample page is open, link copied")).isTrue();
    }

    @Test
    void thePracticeShareIsOneClickOnSharePort(FxRobot robot) throws Exception {
        robot.clickOn("#first-link");
        await(() -> rows(robot) == 1);
        robot.clickOn("#composer-share");
        await(() -> rows(robot) == 2);
        await(() -> shows(robot, "Sample page-2"));
    }

    @Test
    void spaceStopsAndStartsTheSelectedShare(FxRobot robot) throws Exception {
        share(robot, "3000");
        select(robot, 0);
        robot.type(KeyCode.SPACE);
        await(() -> shows(robot, "Stopped"));
        await(() -> !stand.linker.isOpen("3000"));

        robot.type(KeyCode.SPACE);
        await(() -> stand.linker.isOpen("3000"));
        await(() -> shows(robot, "Open"));
    }

    @Test
    void aProblemShowsItsTitleAndRemedy(FxRobot robot) throws Exception {
        stand.linker.fail(
                "3000",
                Problem.quoting(
                        ProblemCode.FORWARDING_FORBIDDEN,
                        "administratively prohibited",
                        "server",
                        "vps",
                        "user",
                        "me"));
        share(robot, "3000");
        await(() -> shows(robot, "Failed"));

        assertThat(shows(robot, "vps does not allow forwarding for me.")).isTrue();
        await(() -> text(robot, "#problem-remedy").startsWith("On the server add"));
        assertThat(robot.lookup("#problem-raw").queryAs(TextField.class).getText())
                .isEqualTo("administratively prohibited");
    }

    @Test
    void wordsThatAreNotTheServersAreNotCalledSo(FxRobot robot) throws Exception {
        stand.linker.fail(
                "3000", Problem.of(ProblemCode.HOST_KEY_CHANGED, "HostKey has been changed"));
        share(robot, "3000");
        await(() -> shows(robot, "Failed"));
        await(() -> !text(robot, "#problem-title").isEmpty());
        assertThat(robot.lookup("#problem-raw").query().isVisible()).isFalse();
        assertThat(shows(robot, "What the server said")).isFalse();
    }

    @Test
    void whatFailedCanBeTriedAgainBesideItsRemedy(FxRobot robot) throws Exception {
        stand.linker.fail("3000", Problem.of(ProblemCode.AUTH_REFUSED, ""));
        share(robot, "3000");
        await(() -> shows(robot, "Failed"));
        await(() -> robot.lookup("#problem-again").query().isVisible());
        assertThat(robot.lookup("#problem-cure").queryButton().getText())
                .isEqualTo("Edit the server");
        stand.linker.mend("3000");
        robot.clickOn("#problem-again");
        await(() -> stand.linker.isOpen("3000"));
    }

    @Test
    void aDeletedShareComesBackByUndo(FxRobot robot) throws Exception {
        share(robot, "3000");
        select(robot, 0);
        robot.type(KeyCode.DELETE);
        await(() -> rows(robot) == 0);
        await(() -> !stand.linker.isOpen("3000"));

        robot.clickOn("Undo");
        await(() -> stand.linker.isOpen("3000"));
        await(() -> rows(robot) == 1);
    }

    @Test
    void closingAsksWhileSomethingIsShared(FxRobot robot) throws Exception {
        share(robot, "3000");
        await(() -> shows(robot, "Open"));
        robot.interact(this::requestClose);
        assertThat(stage.isShowing()).isTrue();

        robot.clickOn("Keep open");
        assertThat(stage.isShowing()).isTrue();
        robot.interact(this::requestClose);
        robot.clickOn("Stop and quit");
        await(() -> !stage.isShowing());
    }

    @Test
    void aFieldThatWasNeverFilledIsMarkedToo(FxRobot robot) throws Exception {
        robot.clickOn("#first-save");
        await(() -> isWrong(robot.lookup("#first-host").query()));
        robot.interact(() -> robot.lookup("#first-host").queryAs(TextField.class).setText("vps"));
        await(() -> !isWrong(robot.lookup("#first-host").query()));
    }

    private static boolean isWrong(Node field) {
        return field.getPseudoClassStates().contains(PseudoClass.getPseudoClass("wrong"));
    }

    @Test
    void anotherLanguageNeedsNoRestart(FxRobot robot) throws Exception {
        robot.clickOn("#rail-settings");
        robot.interact(
                () ->
                        robot.lookup("#settings-language")
                                .queryComboBox()
                                .getSelectionModel()
                                .selectLast());
        await(() -> shows(robot, "语言"));
        assertThat(stand.store.settings().window().language()).isEqualTo("zh");
    }

    @Test
    void theServerBoxShowsHowItsServerFares(FxRobot robot) throws Exception {
        share(robot, "3000");
        await(() -> shows(robot, "Open"));
        await(() -> markOfTheServerBox(robot).contains("mark-ok"));

        robot.clickOn("#rail-servers");
        robot.interact(() -> stand.save(Stand.server("attic", "attic.example.net", "nas")));
        robot.clickOn("#rail-shares");
        await(() -> servers(robot).contains("attic"));
        assertThat(markOfTheServerBox(robot)).contains("mark-ok");

        select(robot, 0);
        robot.type(KeyCode.SPACE);
        await(() -> markOfTheServerBox(robot).contains("mark-off"));
    }

    private static List<String> markOfTheServerBox(FxRobot robot) {
        return robot
                .from(robot.lookup("#composer-server").<Node>query())
                .lookup(".mark")
                .queryAll()
                .stream()
                .filter(Node::isVisible)
                .flatMap(mark -> mark.getStyleClass().stream())
                .toList();
    }

    private static List<?> servers(FxRobot robot) {
        return List.copyOf(robot.lookup("#composer-server").queryComboBox().getItems());
    }

    private static void share(FxRobot robot, String target) throws Exception {
        robot.interact(() -> robot.lookup("#first-host").queryAs(TextField.class).setText("vps"));
        robot.clickOn("#first-save");
        await(() -> robot.lookup("#composer-target").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#composer-target").queryAs(TextField.class).setText(target));
        robot.clickOn("#composer-share");
        await(() -> rows(robot) == 1);
    }

    private void requestClose() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private static void select(FxRobot robot, int row) {
        robot.interact(
                () -> {
                    table(robot).requestFocus();
                    table(robot).getSelectionModel().clearAndSelect(row);
                });
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#shares").queryTableView();
    }

    private static int rows(FxRobot robot) {
        return robot.lookup("#shares")
                .tryQuery()
                .map(table -> ((TableView<?>) table).getItems().size())
                .orElse(0);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup(node -> node instanceof Label label && words.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        // what is seen half way through a change is not yet to be clicked on
        WaitForAsyncUtils.waitForFxEvents();
    }
}
