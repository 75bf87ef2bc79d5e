package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// All that matters, without a mouse.
@ExtendWith(ApplicationExtension.class)
class KeyboardOnlyTest {
    @TempDir Path folder;
    private Stand stand;
    private MainWindow window;

    @Start
    void open(Stage stage) throws Exception {
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        stand.save(Stand.server("attic", "attic.example.net", "nas"));
        window = stand.window(stage, MockRows.PORTS);
        window.show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aPortIsSharedItsLinkCopiedAndStopped(FxRobot robot) {
        Keyboard keys = new Keyboard(robot, window.scene());
        Eyes eyes = new Eyes(robot, window.scene());
        keys.shortcut(KeyCode.N);
        keys.write("3000");
        keys.tabTo("composer-server");
        keys.type(KeyCode.DOWN);
        keys.write("attic");
        keys.type(KeyCode.ENTER);
        keys.tabTo("composer-port");
        keys.write("8080");
        keys.tabTo("composer-who");
        keys.type(KeyCode.DOWN);
        keys.tabTo("composer-share");
        keys.type(KeyCode.ENTER);
        eyes.awaitRow(0, "Open", "8080");
        String link = "http://attic.example.net:8080";
        Await.until(() -> eyes.clipboard().equals(link));

        empty(robot);
        keys.tabTo("shares");
        keys.shortcut(KeyCode.C);
        Await.until(() -> eyes.clipboard().equals(link));
        keys.type(KeyCode.SPACE);
        eyes.awaitRow(0, "Stopped", "by you");
        assertThat(stand.linker.open()).isEmpty();
    }

    @Test
    void aDetectedPortIsTakenFromTheList(FxRobot robot) {
        Keyboard keys = new Keyboard(robot, window.scene());
        keys.shortcut(KeyCode.N);
        keys.type(KeyCode.DOWN);
        Await.until(() -> robot.lookup(".port-list").tryQuery().isPresent());
        keys.write("vite");
        keys.type(KeyCode.DOWN, KeyCode.ENTER);
        new Eyes(robot, window.scene()).awaitRow(0, "Open");
        assertThat(stand.linker.open()).hasSize(1);
    }

    @Test
    void aServerIsAddedWithAllItsFields(FxRobot robot) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "a key");
        Keyboard keys = new Keyboard(robot, window.scene());
        keys.shortcut(KeyCode.DIGIT2);
        keys.tabTo("server-add");
        keys.type(KeyCode.ENTER);
        keys.awaitFocus("server-name");
        keys.write("inner");
        keys.type(KeyCode.TAB, KeyCode.DOWN);
        fill(keys, "server-host", "inner.example.com");
        fill(keys, "server-port", "2222");
        fill(keys, "server-user", "me");
        keys.tabTo("server-way");
        keys.type(KeyCode.DOWN);
        fill(keys, "server-key", key.toString());
        fill(keys, "server-link", "https://{port}.example.com");
        keys.tabTo("server-advanced");
        keys.type(KeyCode.SPACE);
        fill(keys, "server-jump", "demo-vps");
        fill(keys, "server-proxy", "socks5://me@proxy.example.com:1080");
        fill(keys, "server-connect-timeout", "20");
        fill(keys, "server-dead-after", "9");
        keys.tabTo("server-legacy");
        keys.type(KeyCode.SPACE);
        keys.tabTo("server-save");
        keys.type(KeyCode.ENTER);
        Await.until(() -> stand.store.settings().server("inner").isPresent());
        isAsTyped(stand.store.settings().server("inner").orElseThrow(), key);
    }

    @Test
    void tabGoesThroughTheComposerThenDown(FxRobot robot) {
        Keyboard keys = new Keyboard(robot, window.scene());
        keys.shortcut(KeyCode.N);
        keys.write("3000");
        keys.type(KeyCode.ENTER);
        new Eyes(robot, window.scene()).awaitRow(0, "Open");
        Await.until(() -> robot.lookup("#details").tryQuery().isPresent());
        assertThat(keys.round())
                .containsSubsequence(
                        "composer-target",
                        "composer-server",
                        "composer-port",
                        "composer-who",
                        "composer-share",
                        "chips",
                        "filter",
                        "columns",
                        "shares",
                        "details-copy",
                        "details-browse",
                        "details-visitors",
                        "visits",
                        "rail-shares")
                .noneMatch(part -> part.contains("ModalPane"));
    }

    @Test
    void theArrowsGoAlongTheRail(FxRobot robot) {
        Keyboard keys = new Keyboard(robot, window.scene());
        keys.shortcut(KeyCode.N);
        keys.tabTo("rail-shares");
        keys.type(KeyCode.DOWN);
        assertThat(keys.focus()).isEqualTo("rail-servers");
        keys.type(KeyCode.SPACE);
        Await.until(() -> robot.lookup("#servers").tryQuery().isPresent());
    }

    @Test
    void theArrowsGoAlongTheTabsOfTheDetails(FxRobot robot) {
        Keyboard keys = new Keyboard(robot, window.scene());
        keys.shortcut(KeyCode.N);
        keys.write("3000");
        keys.type(KeyCode.ENTER);
        new Eyes(robot, window.scene()).awaitRow(0, "Open");
        keys.tabTo("details-visitors");
        keys.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.SPACE);
        Await.until(() -> robot.lookup("#ssh-line").tryQuery().isPresent());
        keys.tabTo("ssh-copy");
    }

    @Test
    void theArrowsChooseAChip(FxRobot robot) {
        Keyboard keys = new Keyboard(robot, window.scene());
        Eyes eyes = new Eyes(robot, window.scene());
        keys.shortcut(KeyCode.N);
        keys.write("3000");
        keys.type(KeyCode.ENTER);
        eyes.awaitRow(0, "Open");
        keys.tabTo("chips");
        keys.type(KeyCode.RIGHT, KeyCode.RIGHT);
        eyes.await("#shares", true, "No share matches.");
        assertThat(keys.focus()).isEqualTo("chips");
        keys.type(KeyCode.LEFT);
        eyes.awaitRow(0, "Open");
    }

    @Test
    void theLogIsTurnedOff(FxRobot robot) throws Exception {
        Keyboard keys = new Keyboard(robot, window.scene());
        boolean before = stand.store.settings().visitorLog().on();
        keys.shortcut(KeyCode.DIGIT3);
        keys.tabTo("visitors-keep");
        keys.type(KeyCode.SPACE);
        Await.until(() -> stand.store.settings().visitorLog().on() != before);
    }

    @Test
    void theLanguageIsChosen(FxRobot robot) {
        Keyboard keys = new Keyboard(robot, window.scene());
        keys.shortcut(KeyCode.DIGIT4);
        keys.tabTo("settings-language");
        keys.type(KeyCode.DOWN, KeyCode.DOWN);
        Await.until(
                () ->
                        robot.lookup(".rail .toggle-button").queryAll().stream()
                                .anyMatch(node -> node.toString().contains("\u8bbe\u7f6e")));
    }

    private static void fill(Keyboard keys, String field, String text) {
        keys.tabTo(field);
        keys.shortcut(KeyCode.A);
        keys.write(text);
    }

    private static void isAsTyped(Server server, Path key) {
        assertThat(server.address()).isEqualTo("me@inner.example.com:2222");
        assertThat(server.bind()).isEqualTo(Optional.of("*"));
        assertThat(server.signIn()).isEqualTo(new SignIn.KeyFiles(List.of(key)));
        assertThat(server.linkTemplate()).contains("https://{port}.example.com");
        assertThat(server.way().jumps()).containsExactly("demo-vps");
        assertThat(server.way().proxy().orElseThrow().text())
                .isEqualTo("socks5://me@proxy.example.com:1080");
        assertThat(server.connectTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(server.deadAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(server.legacy()).isTrue();
    }

    private static void empty(FxRobot robot) {
        ClipboardContent nothing = new ClipboardContent();
        nothing.putString("");
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(nothing));
    }
}
