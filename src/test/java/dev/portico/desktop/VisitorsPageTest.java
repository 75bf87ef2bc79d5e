package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.store.VisitorEntry;
import dev.portico.store.VisitorLog;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The page of the visitors, over a real share of a real server.
@ExtendWith(ApplicationExtension.class)
class VisitorsPageTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;
    private LocalServices.Service service;
    private Links links;
    private Stand stand;

    @Start
    void open(Stage stage) throws Exception {
        service = LocalServices.echo();
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
        stand = new Stand(folder, Duration.ZERO, Optional.of(links));
        stand.save(SSHD.server());
        stand.save(new Share("web", service.target(), SSHD.server().name(), 0, "localhost"));
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
        links.close();
        service.close();
    }

    @Test
    void aVisitorStandsUnderNowAndThenInTheLogWhichOutlivesTheWindow(FxRobot robot)
            throws Exception {
        robot.clickOn("#rail-visitors");
        try (Socket visitor = visit()) {
            visitor.getOutputStream().write(new byte[1500]);
            assertThat(visitor.getInputStream().readNBytes(1500)).hasSize(1500);
            Await.until(() -> shows(robot, "Your link was opened from 127.0.0.1"));
            robot.clickOn("#visitors-now");
            Await.until(() -> rows(robot) == 1);
            Await.until(() -> shows(robot, "127.0.0.1") && shows(robot, "web"));
            Await.until(() -> shows(robot, "1.5 KB"));
        }
        Await.until(() -> rows(robot) == 0);
        robot.clickOn("#visitors-log");
        Await.until(() -> rows(robot) == 1);
        Await.until(() -> shows(robot, "127.0.0.1") && says(robot, "left after \\d+ s"));
        stand.close();
        assertThat(new VisitorLog(folder).read(Instant.MIN))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.address()).isEqualTo("127.0.0.1");
                            assertThat(entry.server()).isEqualTo(SSHD.server().name());
                            assertThat(entry.end()).isEqualTo(VisitorEntry.End.LEFT);
                            assertThat(entry.sent()).isEqualTo(1500);
                            assertThat(entry.received()).isEqualTo(1500);
                        });
    }

    @Test
    void whomTheUserEndsIsNotSaidToHaveLeft(FxRobot robot) throws Exception {
        robot.clickOn("#rail-visitors");
        try (Socket visitor = visit()) {
            Await.until(() -> rows(robot) == 1);
            long id = stand.shares.snapshot().getFirst().visits().getFirst().visitor().id();
            stand.shares.disconnect("web", id);
            assertThat(visitor.getInputStream().read()).isEqualTo(-1);
        }
        Await.until(() -> says(robot, "ended by you after \\d+ s"));
    }

    private Socket visit() throws Exception {
        int port =
                Await.value(
                                Duration.ofSeconds(30),
                                "an open share",
                                stand.shares::snapshot,
                                seen ->
                                        !seen.isEmpty()
                                                && seen.getFirst().state()
                                                        instanceof ShareState.Open)
                        .stream()
                        .map(status -> (ShareState.Open) status.state())
                        .findFirst()
                        .orElseThrow()
                        .forward()
                        .port();
        return new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static int rows(FxRobot robot) {
        int[] rows = {0};
        robot.interact(
                () ->
                        rows[0] =
                                Math.toIntExact(
                                        robot
                                                .lookup("#visitors")
                                                .queryTableView()
                                                .getItems()
                                                .stream()
                                                .filter(row -> !isHeading(row))
                                                .count()));
        return rows[0];
    }

    private static boolean isHeading(Object row) {
        return row.getClass().getSimpleName().equals("Heading");
    }

    private static boolean shows(FxRobot robot, String words) {
        return says(robot, Pattern.quote(words));
    }

    private static boolean says(FxRobot robot, String pattern) {
        boolean[] found = {false};
        robot.interact(
                () ->
                        found[0] =
                                robot
                                        .lookup((Node node) -> node instanceof Labeled)
                                        .queryAllAs(Labeled.class)
                                        .stream()
                                        .map(Labeled::getText)
                                        .anyMatch(text -> text != null && text.matches(pattern)));
        return found[0];
    }
}
