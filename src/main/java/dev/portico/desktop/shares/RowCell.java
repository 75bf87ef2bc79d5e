package dev.portico.desktop.shares;

import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/// A cell that is built once and shows its part of whichever row it stands in.
abstract class RowCell extends TableCell<ShareRow, ShareRow> {
    private Subscription subscription = Subscription.EMPTY;
    private @Nullable Node content;

    /// @param node kept for the cell's life
    final void holds(Node node) {
        content = node;
    }

    abstract void show(RowText text);

    /// The row it stands in, if any.
    final @Nullable ShareRow row() {
        return isEmpty() ? null : getItem();
    }

    @Override
    protected void updateItem(@Nullable ShareRow row, boolean empty) {
        boolean same = row != null && row == getItem() && !empty && getGraphic() != null;
        super.updateItem(row, empty);
        if (same) {
            return;
        }
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        setGraphic(content);
        subscription = follow(row);
    }

    Subscription follow(ShareRow row) {
        return row.textProperty().subscribe(this::show);
    }
}
