package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.settle;
import static dev.portico.desktop.OnScreen.type;

import dev.portico.fixture.Await;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// The set-up of a server: its fields, its lines, how it goes, and what went wrong.
final class SetUpPages {
    private static final int STAGING = 3;
    private static final int ALL_TRIED = 18;

    private SetUpPages() {}

    static void all(Stand stand, ComposerPages.Camera camera) throws Exception {
        PretendSetUp pretend = new PretendSetUp();
        stand.tools = pretend.tools();
        new MockRows(stand).servers();
        Stage[] opened = new Stage[1];
        run(
                () -> {
                    opened[0] = new Stage();
                    stand.window(opened[0], MockRows.PORTS).show();
                });
        Stage stage = opened[0];
        settle();
        run(() -> fire(stage, "#rail-servers"));
        settle();
        run(() -> Press.choose(find(stage, "#servers"), STAGING));
        run(() -> fire(stage, "#server-setup"));
        camera.shoot(stage, "setup-fields");
        run(() -> type(stage, "#setup-ports", "9009-900"));
        run(() -> fire(stage, "#setup-look"));
        camera.shoot(stage, "setup-wrong");
        run(() -> type(stage, "#setup-ports", "9000-9009"));
        run(() -> fire(stage, "#setup-look"));
        await(stage, "#setup-apply");
        camera.shoot(stage, "setup-lines");
        pretend.fails = true;
        run(() -> fire(stage, "#setup-apply"));
        await(stage, "#setup-look");
        camera.shoot(stage, "setup-failed");
        pretend.fails = false;
        run(() -> fire(stage, "#setup-look"));
        await(stage, "#setup-apply");
        run(() -> fire(stage, "#setup-apply"));
        Await.until(() -> steps(stage) > 8);
        camera.shoot(stage, "setup-running");
        pretend.held.countDown();
        Await.until(() -> steps(stage) >= ALL_TRIED);
        camera.shoot(stage, "setup-done");
        run(() -> stage.setWidth(960));
        run(() -> stage.setHeight(600));
        run(() -> ((ScrollPane) find(stage, ".form-pane")).setVvalue(1));
        camera.shoot(stage, "setup-narrow");
        run(stage::hide);
    }

    private static int steps(Stage stage) {
        return ((Pane) find(stage, "#setup-steps")).getChildren().size();
    }

    private static void await(Stage stage, String button) {
        Await.until(() -> find(stage, button).isVisible());
    }
}
