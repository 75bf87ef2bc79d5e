package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Server;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The box with the servers can be typed into, and always says which one is chosen.
@ExtendWith(ApplicationExtension.class)
class ServerBoxTest {
    @TempDir Path folder;
    private Stand stand;

    @Start
    void open(Stage stage) throws Exception {
        stand = new Stand(folder, Duration.ofSeconds(4));
        for (String name : List.of("demo-vps", "attic", "homelab", "staging-eu")) {
            stand.save(Stand.server(name, name + ".example.com", "me"));
        }
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aServerIsFoundByTyping(FxRobot robot) throws Exception {
        search(robot, "att");
        robot.type(KeyCode.ENTER);
        await(() -> shows(robot, "attic"));
        search(robot, "nothing");
        robot.type(KeyCode.ESCAPE);
        await(() -> shows(robot, "attic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "demo", "nothing"})
    void whoTypesAndGoesElsewhereChangesNothing(String typed, FxRobot robot) throws Exception {
        search(robot, typed);
        robot.clickOn("#composer-port");
        await(() -> shows(robot, "demo-vps"));
        search(robot, typed);
        robot.interact(() -> box(robot).hide());
        await(() -> shows(robot, "demo-vps"));
        assertThat(box(robot).getItems()).hasSize(5);
    }

    @Test
    void theListIsAsHighAsWhatWasFound(FxRobot robot) throws Exception {
        search(robot, "");
        await(() -> list(robot).getHeight() > 0);
        double all = list(robot).getHeight();
        robot.write("att");
        await(() -> list(robot).getHeight() < all / 2);
        robot.write("x");
        await(() -> isPlaceholderInFull(robot));
        robot.type(KeyCode.BACK_SPACE, 4);
        await(() -> list(robot).getHeight() == all);
    }

    @Test
    void thePracticeServerIsTheLast(FxRobot robot) {
        assertThat(box(robot).getItems().getLast()).isEqualTo(Server.PRACTICE);
    }

    private static void search(FxRobot robot, String text) throws Exception {
        robot.clickOn("#composer-server .arrow-button");
        await(() -> box(robot).isShowing());
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean shows(FxRobot robot, String name) {
        ListCell<?> cell = (ListCell<?>) inner(robot).getButtonCell();
        return name.equals(box(robot).getValue())
                && name.equals(cell.getText())
                && cell.getGraphic() != null;
    }

    private static boolean isPlaceholderInFull(FxRobot robot) {
        ListView<?> list = list(robot);
        return inner(robot).getPlaceholder() instanceof Label label
                && label.getScene() == list.getScene()
                && label.getHeight() > 0
                && list.getHeight() >= label.prefHeight(-1);
    }

    private static ListView<?> list(FxRobot robot) {
        return (ListView<?>) ((ComboBoxListViewSkin<?>) inner(robot).getSkin()).getPopupContent();
    }

    private static ComboBox<?> inner(FxRobot robot) {
        return (ComboBox<?>) box(robot).lookup("#filtered");
    }

    private static ComboBox<String> box(FxRobot robot) {
        return robot.lookup("#composer-server").queryComboBox();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, condition);
    }
}
