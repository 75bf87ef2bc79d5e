package dev.portico.desktop.look;

import atlantafx.base.controls.CustomTextField;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import java.util.function.Consumer;

/// The field that narrows a list down while one types; Esc empties it.
public final class FilterField {
    private final CustomTextField field = new CustomTextField();

    public FilterField(String id, String prompt, double width) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefWidth(width);
        field.getStyleClass().add("small");
        field.setLeft(Icons.of("fth-search", 14));
        Label key = new Label("Ctrl F");
        key.getStyleClass().add("key");
        field.setRight(key);
        field.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        field.clear();
                    }
                });
    }

    /// @param words what the list is narrowed down to, which others may empty
    /// @param type is told what the user types
    public CustomTextField follow(ObservableValue<String> words, Consumer<String> type) {
        field.setText(words.getValue());
        field.textProperty().subscribe(type);
        words.subscribe(
                now -> {
                    if (now.isEmpty() && !field.getText().isBlank()) {
                        field.clear();
                    }
                });
        return field;
    }

    public void focus() {
        field.requestFocus();
        field.selectAll();
    }
}
