package dev.portico.desktop;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys and choices without a keyboard.
final class Press {
    private Press() {}

    static void key(Node node, KeyCode code, boolean shortcut) {
        node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
    }

    static void choose(Node list, int line) {
        ((ListView<?>) list).getSelectionModel().clearAndSelect(line);
    }
}
