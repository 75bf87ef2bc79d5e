package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.Listening;
import dev.portico.fixture.RealSshd;
import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.Problem;

import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
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
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The test of a server in the window, with real servers.
@ExtendWith(ApplicationExtension.class)
class TryServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern GRANTED = Pattern.compile("port (\\d+) granted");
    private static final List<String> STEPS =
            List.of(
                    "name",
                    "tcp",
                    "ssh-version",
                    "host-key",
                    "sign-in",
                    "forwarding",
                    "proven-inside",
                    "exposure");

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;
    private Links links;
    private Stand stand;

    @Start
    void open(Stage stage) throws Exception {
        links = new Links(folder.resolve("known_hosts"), new InTheWindow());
        stand = new Stand(folder, Duration.ZERO, Optional.of(links));
        stand.save(Stand.server("attic", "attic.example.net", "nas"));
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
        links.close();
    }

    @Test
    void everyStepPassesAndNothingStaysBehind(FxRobot robot) throws Exception {
        trust(SSHD);
        fill(robot, SSHD, SSHD.keyFile());
        robot.clickOn("#server-test-save");
        awaitState(robot, "all passed");
        assertThat(marks(robot)).containsOnly("passed");
        assertThat(words(robot, "tcp")).isEqualTo("127.0.0.1:" + SSHD.port() + " answers");
        assertThat(words(robot, "ssh-version")).startsWith("OpenSSH");
        assertThat(words(robot, "exposure")).startsWith("Only on the server");
        Matcher granted = GRANTED.matcher(words(robot, "forwarding"));
        assertThat(granted.matches()).isTrue();
        assertNothingStays(SSHD, Integer.parseInt(granted.group(1)));
        assertThat(stand.store.settings().server("vps")).isPresent();
    }

    @Test
    void aNewHostKeyIsAskedAboutAsUsual(FxRobot robot) throws Exception {
        fill(robot, SSHD, SSHD.keyFile());
        robot.clickOn("#server-test");
        Await.until(PATIENCE, "the question", () -> isThere(robot, ".dialog-box"));
        Await.until(() -> mark(robot, "host-key").equals("running"));
        robot.clickOn("It is the same, trust it");
        awaitState(robot, "all passed");
        assertThat(stand.store.settings().server("vps")).isEmpty();
    }

    @Test
    void theStepThatTheServerForbidsShowsTheCure(FxRobot robot) throws Exception {
        try (RealSshd strict = RealSshd.start("AllowTcpForwarding no")) {
            trust(strict);
            fill(robot, strict, strict.keyFile());
            robot.clickOn("#server-test-save");
            awaitState(robot, "failed");
            assertThat(marks(robot))
                    .containsExactly(
                            "passed", "passed", "passed", "passed", "passed", "failed", "skipped",
                            "skipped");
            assertThat(words(robot, "exposure")).isEqualTo("not tried: Forwarding allowed failed");
            robot.clickOn("#test-forwarding .test-help .button");
            Await.until(PATIENCE, "the cure", () -> clipboard(robot).contains("Match User"));
            assertThat(stand.store.settings().server("vps")).isEmpty();
            Await.until(PATIENCE, "no session", () -> strict.sessions().isEmpty());
        }
    }

    @Test
    void aWrongKeyFailsAtTheSignIn(FxRobot robot) throws Exception {
        Path wrong = folder.resolve("wrong");
        Commands.succeed("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", wrong.toString());
        trust(SSHD);
        fill(robot, SSHD, wrong);
        robot.clickOn("#server-test");
        awaitState(robot, "failed");
        assertThat(mark(robot, "host-key")).isEqualTo("passed");
        assertThat(mark(robot, "sign-in")).isEqualTo("failed");
        assertThat(words(robot, "sign-in")).startsWith("vps did not accept the sign-in");
        assertThat(mark(robot, "forwarding")).isEqualTo("skipped");
        Await.until(PATIENCE, "no session", () -> SSHD.sessions().isEmpty());
    }

    @Test
    void oneThatHangsIsCancelledAndLetsGo(FxRobot robot) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<Socket> caller = new FutureTask<>(silent::accept);
            Thread.ofVirtual().start(caller);
            fill(robot, silent.getLocalPort(), SSHD.keyFile());
            robot.clickOn("#server-test");
            try (Socket call = caller.get()) {
                Await.until(PATIENCE, () -> mark(robot, "ssh-version").equals("running"));
                robot.clickOn("#test-cancel");
                awaitState(robot, "cancelled");
                assertThat(mark(robot, "tcp")).isEqualTo("passed");
                assertThat(words(robot, "ssh-version")).isEqualTo("cancelled");
                call.setSoTimeout((int) PATIENCE.toMillis());
                call.getInputStream().readAllBytes(); // ends when the other side has let go
            }
        }
    }

    @Test
    void aQuestionIsTakenBackWhenTheTestIsCancelled(FxRobot robot) {
        fill(robot, SSHD, SSHD.keyFile());
        robot.clickOn("#server-test");
        Await.until(PATIENCE, "the question", () -> isThere(robot, ".dialog-box"));
        robot.interact(() -> robot.lookup("#test-cancel").queryButton().fire());
        awaitState(robot, "cancelled");
        Await.until(PATIENCE, "no question", () -> !isThere(robot, ".dialog-box"));
        Await.until(PATIENCE, "no session", () -> SSHD.sessions().isEmpty());
    }

    private static void assertNothingStays(RealSshd sshd, int port) {
        assertThat(Listening.on(port)).isFalse();
        Await.until(PATIENCE, "no session", () -> sshd.sessions().isEmpty());
    }

    private void trust(RealSshd sshd) throws Exception {
        Files.copy(sshd.knownHosts(), folder.resolve("known_hosts"));
    }

    private static void fill(FxRobot robot, RealSshd sshd, Path key) {
        fill(robot, sshd.port(), key);
    }

    private static void fill(FxRobot robot, int port, Path key) {
        robot.clickOn("#rail-servers");
        robot.clickOn("#server-add");
        type(robot, "name", "vps");
        type(robot, "host", "127.0.0.1");
        type(robot, "port", String.valueOf(port));
        robot.interact(
                () ->
                        robot.lookup("#server-way")
                                .queryAs(ComboBox.class)
                                .getSelectionModel()
                                .select(1));
        type(robot, "key", key.toString());
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(
                () -> robot.lookup("#server-" + field).queryAs(TextField.class).setText(text));
    }

    private static void awaitState(FxRobot robot, String state) {
        Await.value(
                PATIENCE,
                "the test to end",
                () -> robot.lookup("#test-state").queryAs(Label.class).getText(),
                state::equals);
    }

    private static Stream<String> marks(FxRobot robot) {
        return STEPS.stream().map(step -> mark(robot, step));
    }

    private static String mark(FxRobot robot, String step) {
        return row(robot, step).lookup(".mark").getAccessibleText();
    }

    private static String words(FxRobot robot, String step) {
        return ((Label) row(robot, step).lookup(".test-words")).getText();
    }

    private static Parent row(FxRobot robot, String step) {
        return robot.lookup("#test-" + step).queryAs(Parent.class);
    }

    private static boolean isThere(FxRobot robot, String node) {
        return robot.lookup(node).tryQuery().isPresent();
    }

    private static String clipboard(FxRobot robot) {
        String[] text = {""};
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return String.valueOf(text[0]);
    }

    /// The window is there only after the links are.
    private final class InTheWindow implements Asker {
        @Override
        public boolean trusts(HostKeyQuestion question) {
            return stand.asker.trusts(question);
        }

        @Override
        public Optional<char[]> secret(SecretQuestion question) {
            return stand.asker.secret(question);
        }

        @Override
        public Optional<List<char[]>> answers(PromptsQuestion question) {
            return stand.asker.answers(question);
        }

        @Override
        public void warn(Problem problem) {
            stand.asker.warn(problem);
        }
    }
}
