package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.portico.fixture.Await;
import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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

/// The window is found again as it was left.
@ExtendWith(ApplicationExtension.class)
class RememberedTest {
    @TempDir Path folder;
    private Stage stage;
    private Stand stand;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("vps", "vps.example.com", "me"));
        stand.save(
                new Share(
                        "Shop",
                        Target.parse("nas:80"),
                        List.of("vps"),
                        0,
                        "localhost",
                        false,
                        true));
        show(robot);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    @Test
    void thePageIsShownAgain(FxRobot robot) throws Exception {
        robot.interact(() -> OnScreen.fire(stage, "#rail-visitors"));
        again(robot);
        assertThat(stage.getScene().lookup("#visitors")).isNotNull();
        assertThat(stage.getScene().lookup("#shares")).isNull();
    }

    @Test
    void detailsThatWereFoldedStayFolded(FxRobot robot) throws Exception {
        select(robot);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        Await.until(() -> !hasDetails());
        again(robot);
        robot.interact(() -> OnScreen.select(stage, 0));
        robot.interact(() -> assertThat(hasDetails()).isFalse());
        robot.push(KeyCode.CONTROL, KeyCode.D);
        Await.until(this::hasDetails);
        again(robot);
        select(robot);
    }

    @Test
    void detailsAreAsHighAsTheyWerePulled(FxRobot robot) throws Exception {
        select(robot);
        double before = height(robot);
        robot.interact(this::pull);
        double pulled = height(robot);
        assertThat(pulled).isLessThan(before - 20);
        again(robot);
        select(robot);
        assertThat(height(robot)).isCloseTo(pulled, within(3.0));
    }

    private void pull() {
        SplitPane page = (SplitPane) OnScreen.find(stage, ".shares-page");
        page.setDividerPosition(0, page.getDividerPositions()[0] + 0.05);
        page.layout();
        Node divider = OnScreen.find(stage, ".split-pane-divider");
        divider.fireEvent(
                new MouseEvent(
                        MouseEvent.MOUSE_RELEASED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private void select(FxRobot robot) {
        robot.interact(() -> OnScreen.select(stage, 0));
        Await.until(this::hasDetails);
    }

    private boolean hasDetails() {
        return stage.getScene().lookup("#details") != null;
    }

    private double height(FxRobot robot) {
        double[] height = {0};
        robot.interact(
                () -> {
                    stage.getScene().getRoot().layout();
                    height[0] = OnScreen.find(stage, "#details").getBoundsInParent().getHeight();
                });
        return height[0];
    }

    /// Closes and opens it, with the same folder.
    private void again(FxRobot robot) throws Exception {
        stand.close();
        stand = new Stand(folder, Duration.ofSeconds(4));
        show(robot);
    }

    private void show(FxRobot robot) {
        robot.interact(
                () -> {
                    Platform.setImplicitExit(false);
                    stand.window(stage, MockRows.PORTS).show();
                });
    }
}
