package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The field for the port on this computer, with the list that hangs down from it.
@ExtendWith(ApplicationExtension.class)
class PortBoxTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"#composer-port", "#filter"})
    void theClickThatClosesTheListGoesWhereItWasMeant(String other, FxRobot robot)
            throws Exception {
        robot.clickOn("#composer-target").write("18501");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, PortBoxTest::isListOpen);
        robot.clickOn(other).write("287");
        assertThat(isListOpen()).isFalse();
        assertThat(text(robot, "#composer-target")).isEqualTo("18501");
        assertThat(text(robot, other)).isEqualTo("287");
    }

    @Test
    void theChevronOpensAndClosesTheList(FxRobot robot) throws Exception {
        for (boolean open : new boolean[] {true, false, true, false}) {
            robot.clickOn("#composer-target .button");
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> isListOpen() == open);
        }
    }

    private static boolean isListOpen() {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof PopupWindow && window.isShowing());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl().getText();
    }
}
