package dev.portico.desktop.look;

import atlantafx.base.controls.CustomTextField;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.decoration.ValidationDecoration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.HashMap;
import java.util.Map;

/// Marks the fields of a form that cannot be used: a red edge, and an icon inside. The sentence
/// that says why has its place in the view.
public final class FieldMarks {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ValidationSupport support = new ValidationSupport();
    private final Map<Control, FontIcon> icons = new HashMap<>();

    public FieldMarks() {
        support.setValidationDecorator(new EdgeAndIcon());
        // a field that was left empty from the start is marked too
        support.initInitialDecoration();
    }

    /// @param complaint empty while the field can be used
    public void watch(CustomTextField field, ObservableValue<String> complaint) {
        FontIcon icon = Icons.of("fth-alert-circle", 14);
        icon.getStyleClass().add("bad-icon");
        icon.setVisible(false);
        icon.managedProperty().bind(icon.visibleProperty());
        icons.put(field, icon);
        field.setRight(beside(icon, field.getRight()));
        support.<String>registerValidator(
                field,
                false,
                (control, _) ->
                        ValidationResult.fromErrorIf(
                                control, complaint.getValue(), !complaint.getValue().isEmpty()));
        complaint.subscribe(
                sentence -> {
                    field.setAccessibleHelp(sentence);
                    support.revalidate(field);
                });
    }

    /// Puts words that became a complaint into its colour, or back.
    public static void colour(Label words, boolean wrong) {
        words.pseudoClassStateChanged(WRONG, wrong);
    }

    private static HBox beside(FontIcon icon, @Nullable Node before) {
        HBox box = new HBox(8, icon);
        box.setAlignment(Pos.CENTER_RIGHT);
        if (before != null) {
            box.getChildren().add(before);
        }
        return box;
    }

    private final class EdgeAndIcon implements ValidationDecoration {
        @Override
        public void applyValidationDecoration(ValidationMessage message) {
            show(message.getTarget(), true);
        }

        @Override
        public void removeDecorations(Control field) {
            show(field, false);
        }

        @Override
        public void applyRequiredDecoration(Control field) {
            // what must be filled in is said when the field is left
        }

        private void show(Control field, boolean wrong) {
            field.pseudoClassStateChanged(WRONG, wrong);
            FontIcon icon = icons.get(field);
            if (icon != null) {
                icon.setVisible(wrong);
            }
        }
    }
}
