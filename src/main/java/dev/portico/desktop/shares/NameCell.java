package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.shares.RowText.Tone;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import java.util.Optional;

/// The name, which can be written anew where it stands.
final class NameCell extends RowCell<NameCell.Part> {
    record Part(String name, String server, boolean stopped) {}

    private final SharesModel model;
    private final ObjectProperty<Optional<ShareRow>> renamed;
    private final TwoLines lines = new TwoLines("b");
    private final TextField field = new TextField();

    /// @param renamed the row whose name is being written
    NameCell(SharesModel model, ObjectProperty<Optional<ShareRow>> renamed) {
        super(text -> part(text, model.look()));
        this.model = model;
        this.renamed = renamed;
        field.setVisible(false);
        field.getStyleClass().add("rename");
        field.setId("rename");
        field.setOnAction(_ -> finish(true));
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        field.focusedProperty()
                .subscribe(
                        (before, _) -> {
                            if (before) {
                                finish(true);
                            }
                        });
        holds(new StackPane(lines, field));
    }

    @Override
    Subscription follow(ShareRow row) {
        return Subscription.combine(
                super.follow(row),
                model.look().settingsProperty().subscribe(_ -> take(row.text())),
                renamed.subscribe(which -> edit(which.equals(Optional.of(row)))));
    }

    private static Part part(RowText text, TableLook look) {
        boolean twice = look.isShown(Column.SERVER);
        boolean stopped = text.state().mark() == Mark.STOPPED;
        return new Part(text.name(), twice ? "" : text.server(), stopped);
    }

    @Override
    void show(Part part) {
        lines.show(part.name(), part.server(), Tone.QUIET);
        lines.quiet(part.stopped());
    }

    private void edit(boolean now) {
        ShareRow row = row();
        if (now && row != null && !field.isVisible()) {
            field.setText(row.name());
            field.setVisible(true);
            field.requestFocus();
            field.selectAll();
        } else if (!now) {
            field.setVisible(false);
        }
        lines.setVisible(!now);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            finish(false);
            event.consume();
        }
    }

    private void finish(boolean keep) {
        ShareRow row = row();
        if (row == null || !renamed.get().equals(Optional.of(row))) {
            return;
        }
        renamed.set(Optional.empty());
        if (keep) {
            model.batch().rename(row, field.getText());
        }
        getTableView().requestFocus();
    }
}
