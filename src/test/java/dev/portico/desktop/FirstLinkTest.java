package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Listening;
import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.Server;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The first link of a new user, with the real practice server and real bytes.
@ExtendWith(ApplicationExtension.class)
class FirstLinkTest {
    @TempDir Path folder;
    private Links links;
    private Scene scene;
    private MainWindow window;
    private Stand stand;

    @Start
    void open(Stage stage) throws Exception {
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
        stand = new Stand(folder, Duration.ZERO, Optional.of(links));
        window = stand.window(stage, List.of());
        window.show();
        scene = window.scene();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        stand.close();
        links.close();
    }

    @Test
    void oneClickGivesALinkThatAnswers(FxRobot robot) throws Exception {
        robot.clickOn("#first-link");
        ShareState.Open open = openShare(0);
        assertThat(get(open.forward().link())).contains("Portico");
        Await.until(() -> clipboard(robot).equals(open.forward().link()));
        Await.until(() -> shows(robot, String.valueOf(open.forward().port())));
    }

    @Test
    void sharePortGivesThePracticeShareToo(FxRobot robot) throws Exception {
        robot.clickOn("#first-link");
        openShare(0);
        Await.until(() -> isThere(robot, "#composer-share"));
        assertThat(robot.lookup("#composer-server").queryComboBox().getValue())
                .isEqualTo(Server.PRACTICE);
        robot.clickOn("#composer-share");
        ShareState.Open open = openShare(1);
        assertThat(get(open.forward().link())).contains("Portico");
        stand.shares.close();
        assertThat(Listening.on(open.forward().port())).isFalse();
    }

    private ShareState.Open openShare(int row) {
        List<ShareStatus> all =
                Await.value(
                        Duration.ofSeconds(30),
                        "an open share in row " + row,
                        stand.shares::snapshot,
                        seen ->
                                seen.size() > row
                                        && seen.get(row).state() instanceof ShareState.Open);
        return (ShareState.Open) all.get(row).state();
    }

    private boolean isThere(FxRobot robot, String node) {
        boolean[] there = {false};
        robot.interact(() -> there[0] = scene.lookup(node) != null);
        return there[0];
    }

    private static String clipboard(FxRobot robot) {
        String[] text = {""};
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return String.valueOf(text[0]);
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText() != null && label.getText().contains(text));
    }

    private static String get(String link) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(link + "/")).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
