package dev.portico.desktop.examine;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// The way to an examination, the same wherever something can be examined.
public final class ExamineButton {
    /// Does the same for what is chosen on the page.
    public static final String KEY = "Shortcut+E";

    private ExamineButton() {}

    public static Button of(Texts texts, String id, Runnable examine) {
        String name = texts.of("examine.title");
        Button button = new Button(name, Icons.of("fth-activity", 14));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Icons.keyed(name, KEY)));
        button.setOnAction(_ -> examine.run());
        return button;
    }
}
