package dev.portico.desktop.shares;

import dev.portico.desktop.shares.RowText.Tone;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The content of most cells: a line and a quieter one below, which goes when it is empty.
final class TwoLines extends VBox {
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");

    private final Label first = new Label();
    private final Label second = new Label();
    private Tone tone = Tone.QUIET;

    TwoLines(String... styles) {
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getStyleClass().add("two-lines");
        first.getStyleClass().addAll(styles);
        second.getStyleClass().addAll("second", Tone.QUIET.style());
        second.managedProperty().bind(second.visibleProperty());
        getChildren().setAll(first, second);
    }

    void right() {
        setAlignment(Pos.CENTER_RIGHT);
    }

    Label first() {
        return first;
    }

    void quiet(boolean quiet) {
        pseudoClassStateChanged(QUIET, quiet);
    }

    void show(String one, String two, Tone newTone) {
        first.setText(one);
        second.setText(two);
        second.setVisible(!two.isEmpty());
        if (newTone != tone) {
            second.getStyleClass().removeAll(tone.style());
            second.getStyleClass().add(newTone.style());
            tone = newTone;
        }
    }
}
