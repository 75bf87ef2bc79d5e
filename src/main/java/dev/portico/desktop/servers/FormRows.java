package dev.portico.desktop.servers;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How the fields of a form share a row.
final class FormRows {
    private FormRows() {}

    static HBox row(Node... nodes) {
        return new HBox(12, nodes);
    }

    static VBox grows(VBox box) {
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /// As wide as its neighbour, whatever stands above it.
    static VBox half(VBox box) {
        box.setPrefWidth(0);
        return grows(box);
    }

    static VBox wide(VBox box, double width) {
        box.setMinWidth(width);
        box.setPrefWidth(width);
        box.setMaxWidth(width);
        return box;
    }
}
