package dev.portico.desktop;

import dev.portico.share.Asker;
import dev.portico.share.Server;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What is asked while a connection is being made.
@ExtendWith(ApplicationExtension.class)
class QuestionsTest {
    @TempDir Path folder;
    private Stand stand;

    @Start
    void open(Stage stage) throws Exception {
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource({
        "me@127.0.0.1:2222,127.0.0.1:2222",
        "me@127.0.0.1,127.0.0.1",
        "me@[::1]:23,[::1]:23"
    })
    void anUnknownServerIsNamedWithItsPort(String address, String place, FxRobot robot)
            throws Exception {
        var question =
                new Asker.HostKeyQuestion(Server.parse(address), "ssh-ed25519", "SHA256:abc");
        var answer = CompletableFuture.supplyAsync(() -> stand.asker.trusts(question));
        String said = "Portico has never connected to " + place + " before.";
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () ->
                        !robot.lookup(n -> n instanceof Label l && l.getText().startsWith(said))
                                .queryAll()
                                .isEmpty());
        robot.interact(
                () ->
                        robot.lookup(n -> n instanceof Button b && isRefusal(b))
                                .queryButton()
                                .fire());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, answer::isDone);
    }

    private static boolean isRefusal(Button button) {
        return "Do not connect".equals(button.getText());
    }
}
