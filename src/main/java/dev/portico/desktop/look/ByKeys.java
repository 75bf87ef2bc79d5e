package dev.portico.desktop.look;

import atlantafx.base.controls.Message;
import atlantafx.base.controls.SegmentedControl;
import atlantafx.base.controls.ToggleLabel;
import atlantafx.base.controls.ToggleSwitch;

import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;

/// Gives the keyboard what AtlantaFX made for the mouse alone.
public final class ByKeys {
    private ByKeys() {}

    /// The arrows choose the chip before and behind. By itself the control would take every key
    /// there is, those of the window too, and each chip would keep Tab to itself.
    public static void choose(SegmentedControl chips) {
        chips.setFocusTraversable(true);
        chips.getSegments().forEach(chip -> chip.setFocusTraversable(false));
        chips.skinProperty().subscribe(_ -> chips.setOnKeyPressed(event -> step(chips, event)));
    }

    private static void step(SegmentedControl chips, KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            step(chips, event.getCode() == KeyCode.LEFT ? -1 : 1);
            event.consume();
        }
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
        message.setFocusTraversable(true);
        message.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (isPress(event) || event.getCode() == KeyCode.ESCAPE) {
                        message.getOnClose().handle(new Event(Event.ANY));
                        event.consume();
                    }
                });
    }

    private static boolean isPress(KeyEvent event) {
        return event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
    }
}
