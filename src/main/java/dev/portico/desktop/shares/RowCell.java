package dev.portico.desktop.shares;

import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A cell that is built once and shows its part of whichever row it stands in; the same part is not
/// shown again.
abstract class RowCell<P> extends TableCell<ShareRow, ShareRow> {
    private static final Cascade CASCADE = new Cascade();

    private final Function<RowText, P> part;
    private final Runnable catchUp = this::catchUp;
    private Subscription subscription = Subscription.EMPTY;
    private @Nullable RelayoutBoundary content;
    private @Nullable P shown;

    RowCell(Function<RowText, P> part) {
        this.part = part;
    }

    /// @param node kept for the cell's life
    final void holds(Region node) {
        content = new RelayoutBoundary(node, alignmentProperty());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (content != null) {
            double left = snappedLeftInset();
            double top = snappedTopInset();
            content.resizeRelocate(
                    left,
                    top,
                    Math.max(0, getWidth() - left - snappedRightInset()),
                    Math.max(0, getHeight() - top - snappedBottomInset()));
        }
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
        take(row.text());
        return row.textProperty().subscribe((_, now) -> change(now));
    }

    /// The row has another text.
    void change(RowText now) {
        if (!part.apply(now).equals(shown)) {
            CASCADE.show(catchUp);
        }
    }

    private void catchUp() {
        ShareRow row = row();
        if (row != null) {
            take(row.text());
        }
    }

    void take(RowText text) {
        P now = part.apply(text);
        if (!now.equals(shown)) {
            shown = now;
            show(now);
        }
    }
}
