package dev.portico.desktop.look;

import atlantafx.base.controls.Message;
import atlantafx.base.controls.SegmentedControl;
import atlantafx.base.controls.ToggleLabel;
import atlantafx.base.controls.ToggleSwitch;

import javafx.event.Event;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;

/// Gives the keyboard what AtlantaFX made for the mouse alone.
public final class ByKeys {
    private ByKeys() {}

    /// The arrows choose the chip before and behind.
    public static void choose(SegmentedControl chips) {
        goesOn(chips);
        // by itself each of them takes the keys and never gives them back
        chips.getSegments().forEach(chip -> chip.setFocusTraversable(false));
        chips.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                        step(chips, event.getCode() == KeyCode.LEFT ? -1 : 1);
                        event.consume();
                    }
                });
    }

    private static void step(SegmentedControl chips, int step) {
        List<ToggleLabel> all = chips.getSegments();
        int to = all.indexOf(chips.getToggleGroup().getSelectedToggle()) + step;
        if (to >= 0 && to < all.size()) {
            chips.getToggleGroup().selectToggle(all.get(to));
        }
    }

    /// Space and Enter turn it over.
    public static void turn(ToggleSwitch wish) {
        goesOn(wish);
        wish.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (isPress(event)) {
                        wish.setSelected(!wish.isSelected());
                        event.consume();
                    }
                });
    }

    /// Esc, Space and Enter close it once it was come to.
    public static void close(Message message) {
        goesOn(message);
        message.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (isPress(event) || event.getCode() == KeyCode.ESCAPE) {
                        message.getOnClose().handle(new Event(Event.ANY));
                        event.consume();
                    }
                });
    }

    /// Comes into the round of Tab, and is left by it.
    private static void goesOn(Control control) {
        control.setFocusTraversable(true);
        control.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB) {
                        control.requestFocusTraversal(
                                event.isShiftDown()
                                        ? TraversalDirection.PREVIOUS
                                        : TraversalDirection.NEXT);
                        event.consume();
                    }
                });
    }

    private static boolean isPress(KeyEvent event) {
        return event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
    }
}
