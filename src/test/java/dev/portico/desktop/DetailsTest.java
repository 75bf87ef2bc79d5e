package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Doorway;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Visit;
import dev.portico.share.Visitor;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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

/// The lower half of the shares page, over shares that lead nowhere.
@ExtendWith(ApplicationExtension.class)
class DetailsTest {
    private static final String ADDRESS = "198.51.100.23";
    @TempDir Path folder;
    private Stand stand;

    @Start
    void open(Stage stage) throws Exception {
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("vps", "vps.example.com", "me"));
        stand.save(wish("web", "3000"));
        stand.save(wish("broken", "4000"));
        stand.linker.fail("broken", Problem.of(ProblemCode.PORT_FORBIDDEN, "", "port", "443"));
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void theDetailsFollowTheSelectedRow(FxRobot robot) throws Exception {
        await(() -> stand.linker.isOpen("web"));
        assertThat(robot.lookup("#details").tryQuery()).isEmpty();
        select(robot, 0);
        await(() -> words(robot, "#details-name").equals("web"));
        await(() -> shows(robot, "link is up"));

        select(robot, 1);
        await(() -> words(robot, "#details-name").equals("broken"));
        await(() -> robot.lookup("#problem-cure").query().isVisible());
        await(() -> shows(robot, "nobody can come"));
        await(() -> !robot.lookup("#history .label").queryAll().isEmpty());
    }

    @Test
    void aVisitorAppearsAndCanBeSentAway(FxRobot robot) throws Exception {
        Guest guest = comes();
        select(robot, 0);
        await(() -> shows(robot, ADDRESS));
        robot.clickOn(".visits-disconnect");
        await(() -> guest.gone);
        await(() -> !shows(robot, ADDRESS));
    }

    @Test
    void whoIsBlockedIsSentAwayAndCanBeLetInAgain(FxRobot robot) throws Exception {
        Guest guest = comes();
        select(robot, 0);
        await(() -> shows(robot, ADDRESS));
        robot.clickOn(".visits-block");
        await(() -> guest.gone);
        await(() -> blocked().equals(List.of(ADDRESS)));
        await(() -> shows(robot, "Unblock"));

        robot.clickOn("Undo");
        await(() -> blocked().isEmpty());
        await(() -> !shows(robot, ADDRESS));
    }

    @Test
    void theSshCommandCanBeCopied(FxRobot robot) throws Exception {
        await(() -> stand.linker.isOpen("web"));
        select(robot, 0);
        robot.clickOn("#details-ssh");
        String line = robot.lookup("#ssh-line").queryAs(TextArea.class).getText();
        assertThat(line)
                .contains("-R localhost:41233:localhost:3000")
                .endsWith("me@vps.example.com");
        robot.clickOn("#ssh-copy");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(line));
    }

    @Test
    void theDetailsFold(FxRobot robot) throws Exception {
        select(robot, 0);
        await(() -> robot.lookup("#details").tryQuery().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.D);
        await(() -> robot.lookup("#details").tryQuery().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.D);
        await(() -> robot.lookup("#details").tryQuery().isPresent());
    }

    private Guest comes() throws Exception {
        await(() -> stand.linker.isOpen("web"));
        Guest guest = new Guest(stand);
        stand.linker.doorway("web").came(guest);
        return guest;
    }

    private List<String> blocked() {
        return stand.store.settings().shares().getFirst().blocked();
    }

    private static Share wish(String name, String target) {
        return new Share(name, Target.parse(target), List.of("vps"), 0, "localhost", false, true);
    }

    private static void select(FxRobot robot, int row) {
        robot.interact(
                () -> {
                    TableView<?> table = robot.lookup("#shares").queryTableView();
                    table.requestFocus();
                    table.getSelectionModel().clearAndSelect(row);
                });
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup(words).tryQuery().isPresent();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// A visitor who goes when told to.
    private static final class Guest implements Visit {
        private final Visitor visitor;
        private final Doorway doorway;
        private volatile boolean gone;

        Guest(Stand stand) {
            this.visitor = new Visitor(7, ADDRESS, 50112, stand.clock.instant());
            this.doorway = stand.linker.doorway("web");
        }

        @Override
        public Visitor visitor() {
            return visitor;
        }

        @Override
        public long sent() {
            return 412_000;
        }

        @Override
        public long received() {
            return 3_000;
        }

        @Override
        public void disconnect() {
            gone = true;
            doorway.left(this);
        }
    }
}
