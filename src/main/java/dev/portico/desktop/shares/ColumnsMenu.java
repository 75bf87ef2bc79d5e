package dev.portico.desktop.shares;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Menus;
import dev.portico.desktop.look.Texts;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;

/// The button that says which columns are to be seen.
final class ColumnsMenu {
    private final MenuButton root = new MenuButton(null, Icons.of("fth-columns", 16));

    ColumnsMenu(TableLook look, Texts texts) {
        root.setId("columns");
        root.getStyleClass().addAll("flat", "columns-menu");
        root.setAccessibleText(texts.of("columns.choose"));
        root.setTooltip(new Tooltip(texts.of("columns.choose")));
        Menus.hangLeft(root);
        for (Column column : Column.values()) {
            if (column.canBeHidden()) {
                CheckMenuItem item = new CheckMenuItem(texts.of(column.key()));
                item.setId("column-" + column.id());
                item.setSelected(look.isShown(column));
                item.selectedProperty().subscribe(shown -> look.show(column, shown));
                root.getItems().add(item);
            }
        }
    }

    MenuButton root() {
        return root;
    }
}
