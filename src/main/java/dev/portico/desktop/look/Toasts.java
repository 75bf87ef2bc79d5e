package dev.portico.desktop.look;

import atlantafx.base.controls.Notification;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Shows notices at the bottom right, three at most; each goes by itself.
public final class Toasts implements Notices {
    private static final int MOST = 3;
    private static final Duration FADE = Duration.millis(120);
    private static final Duration STAY = Duration.seconds(5);
    private static final Duration STAY_WITH_ACTION = Duration.seconds(10);

    private final VBox root = new VBox(8);

    public Toasts() {
        root.getStyleClass().add("toasts");
        root.setAlignment(Pos.BOTTOM_RIGHT);
        root.setPickOnBounds(false);
    }

    public VBox root() {
        return root;
    }

    @Override
    public void say(Mark mark, String first, String second) {
        show(toast(mark, second.isEmpty() ? first : first + "\n" + second), STAY);
    }

    @Override
    public void offer(Mark mark, String first, String action, Runnable run) {
        Notification toast = toast(mark, first);
        Button button = new Button(action);
        button.getStyleClass().addAll("flat", "accent", "small");
        button.setOnAction(
                _ -> {
                    root.getChildren().remove(toast);
                    run.run();
                });
        toast.setPrimaryActions(button);
        show(toast, STAY_WITH_ACTION);
    }

    private Notification toast(Mark mark, String message) {
        MarkIcon icon = new MarkIcon();
        icon.show(mark, "");
        Notification toast = new Notification(message, icon);
        toast.getStyleClass().add("elevated-2");
        toast.setOnClose(_ -> root.getChildren().remove(toast));
        return toast;
    }

    private void show(Notification toast, Duration stay) {
        if (root.getChildren().size() >= MOST) {
            root.getChildren().removeFirst();
        }
        root.getChildren().add(toast);
        FadeTransition in = new FadeTransition(FADE, toast);
        in.setFromValue(0);
        in.setToValue(1);
        in.play();
        PauseTransition leave = new PauseTransition(stay);
        leave.setOnFinished(_ -> root.getChildren().remove(toast));
        leave.play();
    }
}
