package dev.portico.desktop.examine;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.MarkIcon;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One check in one line.
final class CheckCell extends ListCell<CheckLine> {
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final MarkIcon mark = new MarkIcon(14);
    private final Label label = new Label();
    private final Label words = new Label();
    private final HBox box;

    CheckCell() {
        label.getStyleClass().addAll("b", "check-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        words.getStyleClass().addAll("second", "check-words");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        box = new HBox(10, mark, label, words);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(CheckLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        mark.show(line.mark(), line.state());
        label.setText(line.label());
        label.pseudoClassStateChanged(QUIET, line.quiet());
        words.setText(line.words().lines().findFirst().orElse(""));
        words.pseudoClassStateChanged(WRONG, line.mark() == Mark.FAILED);
        setAccessibleText(String.join(", ", line.label(), line.state(), line.words()));
        setGraphic(box);
    }
}
