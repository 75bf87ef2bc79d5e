package dev.portico.desktop.visitors;

import dev.portico.desktop.look.MarkIcon;

import javafx.scene.control.TableCell;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// One field of a line. Of those who are here it follows what changes.
final class VisitorCell extends TableCell<VisitorRow, VisitorRow> {
    private final Function<VisitorRow.Gone, VisitorText> words;
    private final Function<VisitorText, String> field;
    private final @Nullable MarkIcon mark;
    private Subscription following = Subscription.EMPTY;
    private @Nullable VisitorRow shown;
    private String style = "";

    /// @param marked whether the state stands before the words
    VisitorCell(
            Function<VisitorRow.Gone, VisitorText> words,
            Function<VisitorText, String> field,
            boolean marked) {
        this.words = words;
        this.field = field;
        this.mark = marked ? new MarkIcon(12) : null;
        setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable VisitorRow row, boolean empty) {
        super.updateItem(row, empty);
        VisitorRow now = empty ? null : row;
        if (now == shown) {
            return;
        }
        shown = now;
        following.unsubscribe();
        following = Subscription.EMPTY;
        switch (now) {
            case null -> {
                setText(null);
                setGraphic(null);
            }
            case VisitorRow.Here here -> following = here.textProperty().subscribe(this::show);
            case VisitorRow.Gone gone -> show(words.apply(gone));
            case VisitorRow.Heading heading -> {
                setText(field.apply(VisitorText.of(heading)));
                setGraphic(null);
            }
        }
    }

    private void show(VisitorText text) {
        String now = field.apply(text);
        if (!now.equals(getText())) {
            setText(now);
        }
        MarkIcon icon = mark;
        if (icon != null) {
            icon.show(text.mark(), text.what());
            setGraphic(icon);
        }
        if (getStyleClass().contains("what") && !text.style().equals(style)) {
            getStyleClass().remove(style);
            style = text.style();
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
        }
    }
}
