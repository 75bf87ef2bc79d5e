package dev.portico.desktop.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import java.util.List;

/// How something that is tried step by step stands as a whole.
public enum Standing {
    IDLE,
    RUNNING,
    PASSED,
    FAILED,
    CANCELLED;

    /// Shows the node while it stands so, and leaves no gap else.
    public static void only(Node node, ObservableValue<Standing> standing, Standing... when) {
        node.managedProperty().bind(node.visibleProperty());
        standing.subscribe(now -> node.setVisible(List.of(when).contains(now)));
    }
}
