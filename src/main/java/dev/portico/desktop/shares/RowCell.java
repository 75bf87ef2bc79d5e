package dev.portico.desktop.shares;

import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A cell that is built once and shows its part of whichever row it stands in; the same part is not
/// shown again.
abstract class RowCell<P> extends TableCell<ShareRow, ShareRow> {
    private final Function<RowText, P> part;
    private Subscription subscription = Subscription.EMPTY;
    private @Nullable Node content;
    private @Nullable P shown;

    RowCell(Function<RowText, P> part) {
        this.part = part;
    }

    /// @param node kept for the cell's life
    final void holds(Node node) {
        content = node;
    }

    abstract void show(P now);

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
        return row.textProperty().subscribe(this::take);
    }

    void take(RowText text) {
        P now = part.apply(text);
        if (!now.equals(shown)) {
            shown = now;
            show(now);
        }
    }
}
