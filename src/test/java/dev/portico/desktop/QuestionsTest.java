package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Asker;
import dev.portico.share.Server;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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

    @Test
    void aSecretIsKeptOnlyWhenTheBoxIsTicked(FxRobot robot) throws Exception {
        for (boolean ticked : new boolean[] {false, true}) {
            AtomicInteger kept = new AtomicInteger();
            var question =
                    new Asker.SecretQuestion(
                            Server.parse("me@host"),
                            Asker.Secret.PASSWORD,
                            "me@host:22",
                            true,
                            Optional.of(_ -> kept.incrementAndGet()));
            var answer = CompletableFuture.supplyAsync(() -> stand.asker.secret(question));
            PasswordField field = shown(robot, PasswordField.class).getFirst();
            CheckBox box = shown(robot, CheckBox.class).getFirst();
            robot.interact(
                    () -> {
                        field.setText("secret");
                        box.setSelected(ticked);
                        robot.lookup(n -> n instanceof Button b && b.isDefaultButton())
                                .queryButton()
                                .fire();
                    });
            assertThat(answer.get(10, TimeUnit.SECONDS).map(String::new)).hasValue("secret");
            assertThat(kept).hasValue(ticked ? 1 : 0);
            assertThat(field.getText()).isEmpty();
        }
    }

    @Test
    void withoutAKeyringNothingIsOffered(FxRobot robot) throws Exception {
        var question =
                new Asker.SecretQuestion(
                        Server.parse("me@host"),
                        Asker.Secret.PASSPHRASE,
                        "/k",
                        false,
                        Optional.empty());
        var answer = CompletableFuture.supplyAsync(() -> stand.asker.secret(question));
        shown(robot, PasswordField.class);
        assertThat(robot.lookup(n -> n instanceof CheckBox && n.isVisible()).queryAll()).isEmpty();
        robot.interact(() -> cancel(robot));
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void eachPromptOfTheServerHasAFieldAndOnlySomeMayBeSeen(FxRobot robot) throws Exception {
        var question =
                new Asker.PromptsQuestion(
                        Server.parse("me@host"),
                        "me@host:22",
                        "Two of them",
                        List.of(
                                new Asker.Prompt("Password:", false),
                                new Asker.Prompt("Code:", true)));
        var answer = CompletableFuture.supplyAsync(() -> stand.asker.answers(question));
        TextField hidden = shown(robot, PasswordField.class).getFirst();
        TextField seen =
                robot.lookup(n -> n.getClass() == TextField.class && label(n).equals("Code:"))
                        .query();
        robot.interact(
                () -> {
                    hidden.setText("secret");
                    seen.setText("123456");
                    robot.lookup(n -> n instanceof Button b && b.isDefaultButton())
                            .queryButton()
                            .fire();
                });
        assertThat(answer.get(10, TimeUnit.SECONDS).orElseThrow())
                .extracting(String::new)
                .containsExactly("secret", "123456");
    }

    private static String label(Node field) {
        return field.getParent().getChildrenUnmodifiable().stream()
                .filter(n -> n instanceof Label label && label.getLabelFor() == field)
                .map(n -> ((Label) n).getText())
                .findFirst()
                .orElse("");
    }

    private static <T extends Node> List<T> shown(FxRobot robot, Class<T> type) throws Exception {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(n -> type.isInstance(n) && isSeen(n)).tryQuery().isPresent());
        return robot.lookup(n -> type.isInstance(n) && isSeen(n)).queryAll().stream()
                .map(type::cast)
                .toList();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && node.getScene() != null;
    }

    private static void cancel(FxRobot robot) {
        robot.lookup(n -> n instanceof Button b && "Cancel".equals(b.getText()))
                .queryButton()
                .fire();
    }

    private static boolean isRefusal(Button button) {
        return "Do not connect".equals(button.getText());
    }
}
