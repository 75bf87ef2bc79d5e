package dev.portico.desktop.shares;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Lays its content out by itself when that changes. Without it, one word that becomes longer makes
/// the whole table lay out all of its rows, and style them anew.
final class RelayoutBoundary extends Region {
    private final StackPane inner;

    /// @param alignment where content stands that does not like to fill it all
    RelayoutBoundary(Region content, ObservableValue<Pos> alignment) {
        inner = new StackPane(content);
        inner.setManaged(false);
        inner.alignmentProperty().bind(alignment);
        setMinSize(0, 0);
        setPrefSize(0, 0);
        getChildren().setAll(inner);
    }

    @Override
    protected void layoutChildren() {
        inner.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
