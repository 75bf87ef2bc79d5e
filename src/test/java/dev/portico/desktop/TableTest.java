package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

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

/// The table by keyboard and mouse: many rows, order, columns, names, and the code of a link.
@ExtendWith(ApplicationExtension.class)
class TableTest {
    private static final String OPAQUE = "/dev/portico/css/app-opaque.css";

    @TempDir Path folder;
    private Stand stand;
    private Stage stage;

    @Start
    void open(Stage given) throws Exception {
        stage = given;
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        for (String name : List.of("b", "c", "a")) {
            stand.save(
                    new Share(
                            name, Target.parse("3000"), List.of("demo-vps"), 0, "*", false, true));
        }
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void allAreSelectedAndStoppedByTwoKeys(FxRobot robot) throws Exception {
        await(() -> openLinks() == 3);
        robot.interact(() -> table(robot).requestFocus());
        select(robot, 0);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.type(KeyCode.SPACE);
        await(() -> openLinks() == 0);
    }

    @Test
    void aHeaderSortsAndWhatIsSelectedStaysSelected(FxRobot robot) throws Exception {
        await(() -> openLinks() == 3);
        select(robot, 1);
        robot.interact(
                () -> {
                    TableColumn<?, ?> name = column(robot, "name");
                    sortBy(robot, name);
                });
        await(() -> table(robot).getSelectionModel().getSelectedIndices().equals(List.of(2)));
        assertThat(stand.store.settings().window().table().sortBy()).isEqualTo("name");
    }

    @Test
    void aColumnComesAndGoesWithItsCheck(FxRobot robot) {
        assertThat(column(robot, "server").isVisible()).isFalse();
        robot.interact(
                () ->
                        robot.lookup("#columns")
                                .queryAs(MenuButton.class)
                                .getItems()
                                .forEach(item -> ((CheckMenuItem) item).setSelected(true)));
        assertThat(column(robot, "server").isVisible()).isTrue();
        robot.interact(
                () ->
                        robot.lookup("#columns")
                                .queryAs(MenuButton.class)
                                .getItems()
                                .forEach(item -> ((CheckMenuItem) item).setSelected(false)));
        assertThat(column(robot, "visitors").isVisible()).isFalse();
        assertThat(column(robot, "link").isVisible()).isTrue();
    }

    @Test
    void aNameIsWrittenAnewInItsRow(FxRobot robot) throws Exception {
        await(() -> openLinks() == 3);
        select(robot, 0);
        robot.type(KeyCode.F2);
        await(() -> robot.lookup("#rename").match(node -> node.isVisible()).tryQuery().isPresent());
        robot.interact(() -> rename(robot).setText("Shop demo"));
        robot.type(KeyCode.ENTER);
        await(() -> stand.store.settings().shares().getFirst().name().equals("Shop demo"));
        assertThat(rename(robot).isVisible()).isFalse();

        robot.type(KeyCode.F2);
        robot.interact(() -> rename(robot).setText("no"));
        robot.type(KeyCode.ESCAPE);
        assertThat(stand.store.settings().shares().getFirst().name()).isEqualTo("Shop demo");
    }

    @Test
    void theCodeOfALinkShowsItAndEscapeClosesIt(FxRobot robot) throws Exception {
        await(() -> openLinks() == 3);
        select(robot, 0);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        await(() -> Window.getWindows().size() == 2);
        assertThat(robot.lookup("#link-code").queryAs(Label.class).getText())
                .startsWith("http://demo.example.com:");
        robot.type(KeyCode.ESCAPE);
        await(() -> Window.getWindows().size() == 1);
    }

    @Test
    void whereWindowsAreOpaqueTheCodeThrowsNoShadow(FxRobot robot) throws Exception {
        await(() -> openLinks() == 3);
        robot.interact(() -> stage.getScene().getStylesheets().add(OPAQUE));
        select(robot, 0);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        await(() -> robot.lookup(".popover").tryQuery().isPresent());
        Node code = robot.lookup(".popover").query();
        await(() -> code.getEffect() == null);
    }

    private int openLinks() {
        return (int) List.of("a", "b", "c").stream().filter(stand.linker::isOpen).count();
    }

    private static TextField rename(FxRobot robot) {
        return robot.lookup("#rename").queryAs(TextField.class);
    }

    private void select(FxRobot robot, int row) throws Exception {
        await(() -> table(robot).getItems().size() == 3);
        robot.interact(
                () -> {
                    table(robot).requestFocus();
                    table(robot).getSelectionModel().clearAndSelect(row);
                });
    }

    private TableView<?> table(FxRobot robot) {
        return robot.from(stage.getScene().getRoot()).lookup("#shares").queryTableView();
    }

    private TableColumn<?, ?> column(FxRobot robot, String id) {
        return table(robot).getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void sortBy(FxRobot robot, TableColumn<?, ?> column) {
        ((TableView) table(robot)).getSortOrder().setAll(column);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }
}
