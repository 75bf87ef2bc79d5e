package dev.portico.desktop.importing;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Spot;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// What was left out, line by line.
final class ImportNotes {
    private static final int MOST = 100;

    private final ImportModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final VBox lines = new VBox(6);
    private final VBox root;

    ImportNotes(ImportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        title.getStyleClass().addAll("b", "second");
        lines.setId("import-notes");
        ScrollPane pane = new ScrollPane(lines);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("form-pane");
        root = new VBox(title, pane);
        root.getStyleClass().add("import-notes-pane");
        root.managedProperty().bind(root.visibleProperty());
        model.notes().subscribe(this::show);
        show();
    }

    Region root() {
        return root;
    }

    private void show() {
        List<Finding> notes = model.notes();
        root.setVisible(!notes.isEmpty());
        title.setText(texts.count("import.notes", notes.size()));
        List<Node> shown = notes.stream().limit(MOST).map(this::line).toList();
        lines.getChildren().setAll(shown);
        if (notes.size() > MOST) {
            lines.getChildren().add(new Label("…"));
        }
    }

    private Node line(Finding finding) {
        boolean bad = finding.weight() == Finding.Weight.WRONG;
        FontIcon icon = Icons.of(bad ? "fth-alert-circle" : "fth-info", 14);
        icon.getStyleClass().add(bad ? "bad" : "muted");
        Spot place = finding.spot();
        String file = String.valueOf(place.file().getFileName());
        String where = texts.of("import.line", "file", file, "line", "" + place.line());
        Label spot = new Label(place.line() == 0 ? file : where);
        spot.getStyleClass().addAll("second", "muted");
        spot.setMinWidth(Region.USE_PREF_SIZE);
        spot.setAccessibleText(model.text(place.file()));
        Label words = new Label(finding.words().title(texts.locale()));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("second");
        HBox line = new HBox(8, icon, spot, words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
