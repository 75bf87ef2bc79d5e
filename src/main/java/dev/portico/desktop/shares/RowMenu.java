package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What can be done with the selected shares, one or many.
final class RowMenu {
    private final SharesModel model;
    private final RowActions actions;
    private final Texts texts;
    private final Function<ShareRow, Node> anchor;
    private final Consumer<ShareRow> rename;

    /// @param anchor where the code of a row's link belongs
    RowMenu(
            SharesModel model,
            RowActions actions,
            Texts texts,
            Function<ShareRow, Node> anchor,
            Consumer<ShareRow> rename) {
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        this.anchor = anchor;
        this.rename = rename;
    }

    void fill(ContextMenu menu, List<ShareRow> rows) {
        menu.getItems().clear();
        if (rows.size() == 1) {
            fillForOne(menu, rows.getFirst());
        } else {
            fillForMany(menu, rows);
        }
        boolean together = rows.stream().anyMatch(row -> !row.share().group().isEmpty());
        if (together) {
            add(menu, "action.apart", () -> model.batch().apart(rows));
        }
        menu.getItems().add(new SeparatorMenuItem());
        add(menu, "action.delete", "Delete", () -> model.batch().delete(rows));
    }

    private void fillForOne(ContextMenu menu, ShareRow row) {
        RowText text = row.text();
        boolean open = text.link().isOpen();
        add(menu, "action.copy", "Shortcut+C", () -> model.copyLink(row)).setDisable(!open);
        add(menu, "action.browse", "Shortcut+O", () -> model.browse(row)).setDisable(!open);
        add(menu, "action.code", "Shortcut+K", () -> actions.showCode(row, anchor.apply(row)))
                .setDisable(!open);
        menu.getItems().add(new SeparatorMenuItem());
        add(menu, text.on() ? "action.stop" : "action.start", "Space", () -> model.toggle(row));
        if (text.problem().isPresent()) {
            add(menu, "remedy.try-again", "F5", () -> model.retry(row));
        }
        add(menu, "examine.title", "Shortcut+E", () -> actions.examine(row));
        add(menu, "action.rename", "F2", () -> rename.accept(row));
        add(menu, "export.open", () -> actions.export(row));
    }

    private void fillForMany(ContextMenu menu, List<ShareRow> rows) {
        boolean open = rows.stream().anyMatch(row -> row.text().link().isOpen());
        add(menu, "action.copy-all", "Shortcut+C", () -> model.batch().copyLinks(rows))
                .setDisable(!open);
        menu.getItems().add(new SeparatorMenuItem());
        add(menu, "action.start-all", () -> model.want(rows, true))
                .setDisable(rows.stream().allMatch(ShareRow::isOn));
        add(menu, "action.stop-all", () -> model.want(rows, false))
                .setDisable(rows.stream().noneMatch(ShareRow::isOn));
        add(menu, "action.together", () -> model.batch().together(rows));
    }

    private MenuItem add(ContextMenu menu, String key, String keys, Runnable action) {
        MenuItem item = add(menu, key, action);
        item.setAccelerator(KeyCombination.valueOf(keys));
        return item;
    }

    private MenuItem add(ContextMenu menu, String key, Runnable action) {
        MenuItem item = new MenuItem(texts.of(key));
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
        return item;
    }
}
