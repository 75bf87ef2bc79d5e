package dev.portico.desktop.look;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.stream.Stream;

/// Keeps Tab inside a question: what lies under it must wait.
final class TabRing {
    private TabRing() {}

    static void turn(Parent around, KeyEvent tab) {
        List<Node> stops = stops(around).toList();
        int at = stops.indexOf(around.getScene().getFocusOwner());
        if (!stops.isEmpty()) {
            int step = tab.isShiftDown() ? stops.size() - 1 : 1;
            stops.get((Math.max(at, 0) + step) % stops.size()).requestFocus();
        }
        tab.consume();
    }

    private static Stream<Node> stops(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.of();
        }
        if (node.isFocusTraversable()) {
            return Stream.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(TabRing::stops)
                : Stream.of();
    }
}
