package dev.portico.desktop.importing;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Spot;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

/// What was left out, line by line.
final class ImportNotes {
    private final ListView<Finding> list = new ListView<>();

    ImportNotes(ImportModel model, Texts texts) {
        list.setId("import-notes");
        list.setItems(model.notes());
        list.getStyleClass().add("import-notes");
        list.setCellFactory(_ -> new Line(model, texts));
    }

    ListView<Finding> root() {
        return list;
    }

    private static final class Line extends ListCell<Finding> {
        private final ImportModel model;
        private final Texts texts;
        private final Label spot = new Label();
        private final Label words = new Label();
        private final FontIcon wrong = Icons.of("fth-alert-circle", 14);
        private final FontIcon leftOut = Icons.of("fth-info", 14);
        private final HBox box;

        Line(ImportModel model, Texts texts) {
            this.model = model;
            this.texts = texts;
            spot.getStyleClass().addAll("second", "muted", "mono");
            spot.setMinWidth(Region.USE_PREF_SIZE);
            words.setWrapText(true);
            words.getStyleClass().add("second");
            box = new HBox(8, leftOut, spot, words);
            box.setAlignment(Pos.TOP_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            if (empty || finding == null) {
                setGraphic(null);
                return;
            }
            boolean bad = finding.weight() == Finding.Weight.WRONG;
            box.getChildren().set(0, bad ? wrong : leftOut);
            wrong.getStyleClass().remove("bad");
            wrong.getStyleClass().add("bad");
            Spot place = finding.spot();
            String file = String.valueOf(place.file().getFileName());
            spot.setText(
                    place.line() == 0
                            ? file
                            : texts.of(
                                    "import.line", "file", file, "line", "" + place.line()));
            spot.setAccessibleText(model.text(place.file()));
            words.setText(finding.words().title(texts.locale()));
            setGraphic(box);
        }
    }
}
