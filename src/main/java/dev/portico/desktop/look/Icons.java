package dev.portico.desktop.look;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Feather font, and the small buttons that consist of one.
public final class Icons {
    private Icons() {}

    public static FontIcon of(String code, int size) {
        FontIcon icon = new FontIcon(code);
        icon.getStyleClass().add("icon-" + size);
        icon.setIconSize(size);
        return icon;
    }

    /// A name, and behind it the key that does the same, as this system writes keys.
    public static String keyed(String name, String key) {
        return name + " (" + KeyCombination.valueOf(key).getDisplayText() + ")";
    }

    /// @param name shown as a tooltip and read out; may end with the key in brackets
    public static Button button(String code, int size, String name, Runnable action) {
        return button(of(code, size), name, action);
    }

    /// As the other one, for an icon that the font does not have.
    public static Button button(Node icon, String name, Runnable action) {
        Button button = new Button(null, icon);
        button.getStyleClass().addAll("flat", "button-icon", "icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// An empty place as large as an icon.
    public static Rectangle blank(int size) {
        return new Rectangle(size, size, Color.TRANSPARENT);
    }
}
