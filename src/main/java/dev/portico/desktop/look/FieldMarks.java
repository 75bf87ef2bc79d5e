package dev.portico.desktop.look;

import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;

/// Marks a field whose content cannot be used, and the words that say why.
public final class FieldMarks {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private FieldMarks() {}

    public static void mark(Label words, Control field, boolean wrong) {
        words.pseudoClassStateChanged(WRONG, wrong);
        mark(field, wrong);
    }

    public static void mark(Control field, boolean wrong) {
        field.pseudoClassStateChanged(WRONG, wrong);
    }
}
