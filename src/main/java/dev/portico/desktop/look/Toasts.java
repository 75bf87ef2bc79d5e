package dev.portico.desktop.look;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/// Shows notices at the bottom right, three at most; each goes by itself.
public final class Toasts implements Notices {
    private static final int MOST = 3;
    private static final double FROM_THE_EDGES = 16;
    private static final Duration FADE = Duration.millis(120);
    private static final Duration STAY = Duration.seconds(5);
    private static final Duration STAY_WITH_ACTION = Duration.seconds(10);

    private final Texts texts;
    private final VBox root = new VBox(8);
    private @Nullable Hyperlink offered;

    public Toasts(Texts texts) {
        this.texts = texts;
        keepClear(0, 0);
        root.setAlignment(Pos.BOTTOM_RIGHT);
        root.setPickOnBounds(false);
    }

    public VBox root() {
        return root;
    }

    /// Leaves what stands at the right and at the bottom of the window free, so that no button is
    /// covered.
    public void keepClear(double right, double bottom) {
        Insets now =
                new Insets(
                        FROM_THE_EDGES,
                        FROM_THE_EDGES + right,
                        FROM_THE_EDGES + bottom,
                        FROM_THE_EDGES);
        if (!now.equals(root.getPadding())) {
            root.setPadding(now);
        }
    }

    @Override
    public Runnable say(Mark mark, String first, String second) {
        Label below = new Label(second);
        below.getStyleClass().addAll("mono", "muted");
        HBox toast = toast(mark, first, below);
        show(toast, STAY);
        return () -> root.getChildren().remove(toast);
    }

    @Override
    public void offer(Mark mark, String first, String action, Runnable run) {
        Hyperlink link = new Hyperlink(action);
        HBox toast = toast(mark, first, link);
        link.setOnAction(
                _ -> {
                    root.getChildren().remove(toast);
                    run.run();
                });
        offered = link;
        show(toast, STAY_WITH_ACTION);
    }

    /// Takes what was offered last, as a click on it would, while it is still there.
    public void takeOffer() {
        if (offered != null && offered.getScene() != null) {
            offered.fire();
        }
    }

    private HBox toast(Mark mark, String words, Labeled second) {
        MarkIcon icon = new MarkIcon();
        icon.show(mark, "");
        Label first = new Label(words);
        first.setWrapText(true);
        first.getStyleClass().add("b");
        VBox lines = new VBox(4, first);
        if (!second.getText().isEmpty()) {
            lines.getChildren().add(second);
        }
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox toast = new HBox(12, icon, lines);
        toast.setAlignment(second.getText().isEmpty() ? Pos.CENTER_LEFT : Pos.TOP_LEFT);
        toast.getChildren()
                .add(
                        Icons.button(
                                "fth-x",
                                14,
                                texts.of("action.close"),
                                () -> root.getChildren().remove(toast)));
        toast.getStyleClass().add("toast");
        return toast;
    }

    private void show(HBox toast, Duration stay) {
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
