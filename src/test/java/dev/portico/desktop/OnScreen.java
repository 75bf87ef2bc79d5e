package dev.portico.desktop;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Duration;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What a program does to a window on a real screen.
final class OnScreen {
    private static final long SETTLE_MILLIS = 700;

    private OnScreen() {}

    /// Once for a program.
    static void start() throws Exception {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.get(30, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
    }

    static void type(Stage stage, String selector, String text) {
        ((TextField) find(stage, selector)).setText(text);
    }

    static Node find(Stage stage, String selector) {
        Node node = stage.getScene().lookup(selector);
        if (node == null) {
            throw new IllegalStateException("no " + selector);
        }
        return node;
    }

    @SuppressWarnings("unchecked")
    static void chooseServer(Stage stage, String name) {
        ((ComboBox<String>) find(stage, "#composer-server")).setValue(name);
    }

    static void fire(Stage stage, String selector) {
        ((ButtonBase) find(stage, selector)).fire();
    }

    static void select(Stage stage, int row) {
        TableView<?> table = (TableView<?>) find(stage, "#shares");
        table.getSelectionModel().clearAndSelect(row);
    }

    static void fireTable(Stage stage) {
        Press.key(find(stage, "#shares"), KeyCode.C, true);
    }

    static void run(Runnable runnable) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        runnable.run();
                        done.complete(null);
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                });
        done.get(30, TimeUnit.SECONDS);
    }

    /// Lets the ticker and the screen catch up.
    static void settle() throws Exception {
        CompletableFuture<Void> later = new CompletableFuture<>();
        run(
                () -> {
                    var pause = new PauseTransition(Duration.millis(SETTLE_MILLIS));
                    pause.setOnFinished(_ -> later.complete(null));
                    pause.play();
                });
        later.get(30, TimeUnit.SECONDS);
    }
}
