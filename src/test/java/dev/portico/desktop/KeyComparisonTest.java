package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;

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

/// A host key that has changed: the way past it is long on purpose.
@ExtendWith(ApplicationExtension.class)
class KeyComparisonTest {
    @TempDir Path folder;
    private Stand stand;

    @Start
    void open(Stage stage) throws Exception {
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        MockRows.changedKey(stand, "Docs", "3001");
        MockRows.changedKey(stand, "Shop", "5173");
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void theOldKeyIsForgottenOnlyWhenTheNewOneWasCompared(FxRobot robot) throws Exception {
        await(() -> robot.lookup("host key changed").tryQuery().isPresent());
        robot.interact(
                () ->
                        robot.lookup("#shares")
                                .queryTableView()
                                .getSelectionModel()
                                .clearAndSelect(0));
        robot.interact(() -> robot.lookup("#problem-cure").queryButton().fire());
        Button forget = button(robot, "Forget the old key");
        assertThat(forget.isDisabled()).isTrue();
        robot.interact(() -> robot.lookup(".check-box").queryAs(CheckBox.class).setSelected(true));
        assertThat(forget.isDisabled()).isFalse();

        stand.linker.mend("Docs");
        stand.linker.mend("Shop");
        robot.interact(forget::fire);
        await(() -> stand.linker.isOpen("Docs"));
        await(() -> stand.linker.isOpen("Shop")); // it goes through the same server
    }

    private static Button button(FxRobot robot, String text) throws Exception {
        await(
                () ->
                        robot.lookup(n -> n instanceof Button b && text.equals(b.getText()))
                                .tryQuery()
                                .isPresent());
        return robot.lookup(n -> n instanceof Button b && text.equals(b.getText())).queryButton();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }
}
