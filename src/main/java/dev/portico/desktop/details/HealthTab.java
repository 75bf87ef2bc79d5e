package dev.portico.desktop.details;

import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The problem of the share, with what cures it, and what happened to the share before.
final class HealthTab {
    private final Label nothing = new Label();
    private final VBox lines = new VBox(6);
    private final ScrollPane root;
    private List<Happening> shown = List.of();

    /// @param problem hides itself while there is none
    HealthTab(Region problem, Texts texts) {
        Label title = new Label(texts.of("history.title"));
        title.getStyleClass().add("b");
        nothing.setText(texts.of("history.none"));
        nothing.getStyleClass().add("muted");
        lines.setId("history");
        lines.getChildren().setAll(nothing);
        VBox history = new VBox(8, title, lines);
        history.getStyleClass().add("history");
        root = new ScrollPane(new VBox(problem, history));
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("form-pane");
    }

    Region root() {
        return root;
    }

    void toTop() {
        root.setVvalue(0);
    }

    void show(List<Happening> history) {
        if (history.equals(shown)) {
            return;
        }
        shown = history;
        if (history.isEmpty()) {
            lines.getChildren().setAll(nothing);
        } else {
            lines.getChildren().setAll(history.stream().map(HealthTab::line).toList());
        }
    }

    private static Node line(Happening happening) {
        Label time = new Label(happening.time());
        time.getStyleClass().addAll("mono", "muted");
        time.setMinWidth(Region.USE_PREF_SIZE);
        MarkIcon mark = new MarkIcon(12);
        mark.show(happening.mark(), "");
        Label words = new Label(happening.words());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(10, time, mark, words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
