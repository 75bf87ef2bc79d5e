package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.tray.PretendPanel;
import dev.portico.desktop.tray.Tray;
import dev.portico.desktop.tray.Trays;
import dev.portico.fixture.Await;
import dev.portico.fixture.OwnBus;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.Target;

import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The window behind an icon in the panel.
@ExtendWith(ApplicationExtension.class)
@Timeout(90)
class TrayWindowTest {
    @TempDir Path folder;
    private final AtomicInteger closed = new AtomicInteger();
    private OwnBus bus;
    private Stand stand;
    private Tray tray;
    private Stage stage;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @BeforeEach
    void start() throws Exception {
        bus = OwnBus.start();
        stand = new Stand(folder, Duration.ofSeconds(4));
        tray = Trays.ofThisSystem("Linux", bus.env());
        stand.tray = tray;
        stand.save(Stand.server("vps", "vps.example.com", "me"));
        stand.save(
                new Share(
                        "Shop", Target.parse("5173"), List.of("vps"), 0, "localhost", false, true));
        stand.linker.grant("Shop", 41233);
    }

    @AfterEach
    void end() {
        if (stand != null) {
            tray.close();
            stand.close();
            bus.close();
        }
    }

    @Test
    void closingHidesTheWindowBehindAnIconAndSaysSoOnce(FxRobot robot) throws Exception {
        try (PretendPanel panel = open(robot)) {
            hide(robot, panel);
            assertThat(panel.told())
                    .containsExactly(
                            List.of(
                                    "Portico goes on sharing",
                                    "Its icon in the panel opens it again, and quits it."));
            assertThat(isOpen()).isTrue();
            panel.click();
            Await.until(stage::isShowing);
            hide(robot, panel);
            assertThat(panel.told()).hasSize(1);
            panel.choose("Open Portico");
            Await.until(stage::isShowing);
            assertThat(closed).hasValue(0);
        }
    }

    @Test
    void aHiddenWindowComesBackWhenThePanelDies(FxRobot robot) throws Exception {
        PretendPanel panel = open(robot);
        hide(robot, panel);
        panel.close();
        Await.until(stage::isShowing);
        assertThat(isOpen()).isTrue();
    }

    @Test
    void whereNoIconCanBeSeenClosingAsks(FxRobot robot) throws Exception {
        show(robot);
        askToClose(robot);
        Await.until(() -> robot.lookup("Stop and quit").tryQuery().isPresent());
        assertThat(stage.isShowing()).isTrue();
        robot.clickOn("Stop and quit");
        Await.until(() -> closed.get() == 1);
        assertThat(stage.isShowing()).isFalse();
    }

    @Test
    void theMenuSwitchesASharesAndQuits(FxRobot robot) throws Exception {
        try (PretendPanel panel = open(robot)) {
            hide(robot, panel);
            panel.choose("Shop  ·  41233");
            Await.until(() -> !isOpen());
            Await.until(() -> panel.has("Shop  ·  Stopped"));
            panel.choose("Shop  ·  Stopped");
            Await.until(this::isOpen);
            Await.until(() -> panel.has("Shop  ·  41233"));
            panel.choose("Stop all");
            Await.until(() -> !isOpen());
            panel.choose("Quit");
            Await.until(() -> closed.get() == 1);
        }
    }

    @Test
    void whoDoesNotSeeTheWindowIsToldOfALostLink(FxRobot robot) throws Exception {
        try (PretendPanel panel = open(robot)) {
            hide(robot, panel);
            stand.linker.breakOff("Shop", Problem.of(ProblemCode.CONNECTION_LOST, ""));
            Await.until(
                    () -> panel.told().contains(List.of("Shop lost its link, trying again", "")));
        }
    }

    private PretendPanel open(FxRobot robot) throws Exception {
        PretendPanel panel = new PretendPanel(bus.address());
        show(robot);
        Await.until(panel::hasItem);
        Await.until(tray::isThere);
        Await.until(() -> panel.has("Shop  ·  41233"));
        return panel;
    }

    private void show(FxRobot robot) {
        robot.interact(
                () -> {
                    Platform.setImplicitExit(false);
                    MainWindow window = stand.window(stage, MockRows.PORTS);
                    window.onClosed(closed::incrementAndGet);
                    window.show();
                });
        Await.until(this::isOpen);
    }

    private void hide(FxRobot robot, PretendPanel panel) {
        int before = panel.told().size();
        askToClose(robot);
        Await.until(() -> !stage.isShowing());
        if (before == 0) {
            Await.until(() -> !panel.told().isEmpty());
        }
    }

    private void askToClose(FxRobot robot) {
        robot.interact(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private boolean isOpen() {
        return stand.shares.snapshot().stream()
                .anyMatch(status -> status.state() instanceof ShareState.Open);
    }
}
