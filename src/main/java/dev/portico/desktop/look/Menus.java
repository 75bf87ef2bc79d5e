package dev.portico.desktop.look;

import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Where menus hang.
public final class Menus {
    private static final double GAP = 4;

    private Menus() {}

    /// The menu of a button at the right edge ends where the button ends, inside of the window.
    public static void hangLeft(MenuButton button) {
        button.setOnShown(_ -> moveLeft(button));
    }

    private static void moveLeft(MenuButton button) {
        Bounds place = button.localToScreen(button.getLayoutBounds());
        Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(menu -> menu.getOwnerNode() == button)
                .forEach(
                        menu -> {
                            menu.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
                            menu.setAnchorX(place.getMaxX());
                            menu.setAnchorY(place.getMaxY() + GAP);
                        });
    }
}
