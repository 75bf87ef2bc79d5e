package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.settle;
import static dev.portico.desktop.OnScreen.type;

import dev.portico.fixture.Await;
import dev.portico.share.Exposure;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Progress;
import dev.portico.share.Progress.Fact;
import dev.portico.share.Reach;
import dev.portico.share.ShareState.Step;

import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The test of a server: under way, passed, failed; and the fields that were there last.
final class ServerTestPages {
    private static final String TEST = "test";
    private static final int EDGE = 4;

    private final Stand stand;
    private final Stage stage;
    private final ComposerPages.Camera camera;

    private ServerTestPages(Stand stand, Stage stage, ComposerPages.Camera camera) {
        this.stand = stand;
        this.stage = stage;
        this.camera = camera;
    }

    static void all(Stand stand, ComposerPages.Camera camera) throws Exception {
        MockRows rows = new MockRows(stand);
        rows.servers();
        rows.shares();
        Stage stage = opened(stand);
        rows.traffic();
        ServerTestPages pages = new ServerTestPages(stand, stage, camera);
        run(() -> fire(stage, "#rail-servers"));
        settle();
        run(() -> Press.choose(find(stage, "#servers"), EDGE));
        camera.shoot(stage, "server-through");
        pages.running();
        pages.passed("test-passed");
        pages.failed();
        pages.narrow();
        run(stage::hide);
    }

    private static Stage opened(Stand stand) throws Exception {
        Stage[] opened = new Stage[1];
        run(
                () -> {
                    opened[0] = new Stage();
                    stand.window(opened[0], MockRows.PORTS).show();
                });
        settle();
        return opened[0];
    }

    private void running() throws Exception {
        stand.linker.lead(TEST, progress -> signIn(progress));
        stand.linker.holdAt(TEST, Step.SIGN_IN);
        run(() -> fire(stage, "#server-test"));
        Await.until(() -> stand.linker.asked().containsKey(TEST));
        settle();
        stand.clock.move(Duration.ofMillis(1_200));
        camera.shoot(stage, "test-running");
        run(() -> fire(stage, "#test-cancel"));
        camera.shoot(stage, "test-cancelled");
        stand.linker.letGo(TEST);
    }

    private void passed(String name) throws Exception {
        stand.linker.lead(TEST, this::granted);
        run(() -> fire(stage, "#server-test"));
        Await.until(() -> stand.linker.isOpen(TEST));
        stand.clock.move(Duration.ofMillis(71));
        Map<String, String> facts =
                Map.of("server", "edge", "host", "demo.example.com", "port", "40907");
        stand.linker
                .doorway(TEST)
                .reaches(
                        new Reach(
                                Exposure.EVERYONE,
                                Reach.Why.OPENED_FROM_HERE,
                                facts,
                                Optional.empty(),
                                Optional.empty()));
        camera.shoot(stage, name);
    }

    private void failed() throws Exception {
        stand.linker.lead(
                TEST,
                progress -> {
                    signIn(progress);
                    progress.reached(Step.SIGN_IN);
                    stand.clock.move(Duration.ofMillis(88));
                    progress.reached(Step.PORT);
                    stand.clock.move(Duration.ofMillis(26));
                });
        stand.linker.fail(
                TEST,
                Problem.quoting(
                        ProblemCode.FORWARDING_FORBIDDEN,
                        "Server has disabled port forwarding.",
                        "server",
                        "edge",
                        "user",
                        "tunnel"));
        run(() -> fire(stage, "#server-test"));
        settle();
        camera.shoot(stage, "test-failed");
        run(() -> type(stage, "#server-ports", "20000-2999"));
        run(() -> type(stage, "#server-public", "demo.example.com:443"));
        run(() -> fire(stage, "#server-save"));
        run(() -> ((ScrollPane) find(stage, ".form-pane")).setVvalue(1));
        camera.shoot(stage, "server-ports-wrong");
        run(() -> fire(stage, "#server-revert"));
        stand.linker.mend(TEST);
    }

    private void narrow() throws Exception {
        run(() -> stage.setWidth(960));
        run(() -> stage.setHeight(600));
        passed("test-narrow");
        run(() -> fire(stage, "#test-close"));
        camera.shoot(stage, "server-narrow");
    }

    private void signIn(Progress progress) {
        progress.reached(Step.NAME);
        stand.clock.move(Duration.ofMillis(8));
        progress.found(Fact.ADDRESSES, "203.0.113.5, 2001:db8:5::5");
        progress.reached(Step.TCP);
        stand.clock.move(Duration.ofMillis(24));
        progress.found(Fact.PLACE, "demo.example.com:22");
        progress.reached(Step.HOST_KEY);
        stand.clock.move(Duration.ofMillis(23));
        progress.found(Fact.SOFTWARE, "OpenSSH_9.2p1");
        stand.clock.move(Duration.ofMillis(31));
        progress.found(Fact.KEY_TYPE, "ssh-ed25519");
        progress.found(Fact.FINGERPRINT, "SHA256:TfQm3vVUNJcNcW9y1Cq3pLxYJm0qS4kq1ZbM0d9fQk");
    }

    private void granted(Progress progress) {
        signIn(progress);
        progress.reached(Step.SIGN_IN);
        stand.clock.move(Duration.ofMillis(88));
        progress.reached(Step.PORT);
        stand.clock.move(Duration.ofMillis(26));
        progress.found(Fact.PORT, "40907");
        progress.reached(Step.PROOF);
        stand.clock.move(Duration.ofMillis(24));
        progress.found(Fact.ROUND_TRIP, "24");
    }
}
