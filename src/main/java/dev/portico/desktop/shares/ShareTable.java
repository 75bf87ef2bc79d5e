package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The live table of all shares.
final class ShareTable {
    private static final double ROW = 44;
    private static final double SINCE_FROM = 1080 - 64;
    private static final double FLOW_FROM = 1000 - 64;
    private static final double HEADER = 30;
    private static final double SCROLL_BAR = 14;

    private final RowActions actions;
    private final Texts texts;
    private final TableView<ShareRow> table = new TableView<>();
    private final TableColumn<ShareRow, ShareRow> link;
    private final TableColumn<ShareRow, ShareRow> flow;
    private final TableColumn<ShareRow, ShareRow> since;

    ShareTable(SharesModel model, RowActions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        table.setId("shares");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.getStyleClass().add("share-table");
        link = column("column.link", 248, () -> new LinkCell(actions, texts));
        flow = column("column.flow", 144, () -> new Cells.Flow(texts));
        since = column("column.since", 60, Cells.Since::new);
        since.getStyleClass().add("right");
        TableColumn<ShareRow, ShareRow> visitors =
                column("column.visitors", 64, Cells.Visitors::new);
        visitors.getStyleClass().add("right");
        TableColumn<ShareRow, ShareRow> state = column("column.state", 140, Cells.State::new);
        state.getStyleClass().add("first");
        TableColumn<ShareRow, ShareRow> wish =
                column("", 54, () -> new Cells.Switch(actions::toggle, texts));
        wish.getStyleClass().add("last");
        table.getColumns()
                .setAll(
                        List.of(
                                state,
                                column("column.name", 118, Cells.Name::new),
                                column("column.target", 134, Cells.Target::new),
                                link,
                                column("column.who", 158, Cells.Who::new),
                                visitors,
                                flow,
                                since,
                                wish));
        table.widthProperty().subscribe(_ -> fit());
        table.heightProperty().subscribe(_ -> fit());
        table.getItems().subscribe(this::fit);
        table.setRowFactory(_ -> row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    TableView<ShareRow> root() {
        return table;
    }

    void placeholder(javafx.scene.Node node) {
        table.setPlaceholder(node);
    }

    Optional<ShareRow> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    void select(String name) {
        table.getItems().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .ifPresent(this::select);
    }

    void select(ShareRow row) {
        table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row));
        table.scrollTo(row);
    }

    private TableColumn<ShareRow, ShareRow> column(
            String key, double width, Supplier<TableCell<ShareRow, ShareRow>> cell) {
        TableColumn<ShareRow, ShareRow> column = new TableColumn<>();
        column.setText(key.isEmpty() ? "" : texts.of(key));
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(true);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    /// The link takes the width that is left over; what matters least goes first when it is narrow.
    private void fit() {
        double width = table.getWidth();
        since.setVisible(width >= SINCE_FROM);
        flow.setVisible(width >= FLOW_FROM);
        double others =
                table.getVisibleLeafColumns().stream()
                        .filter(column -> column != link)
                        .mapToDouble(TableColumn::getPrefWidth)
                        .sum();
        boolean scrolls = (table.getItems().size() * ROW) > table.getHeight() - HEADER;
        link.setPrefWidth(Math.max(160, width - others - (scrolls ? SCROLL_BAR : 0)));
    }

    private TableRow<ShareRow> row() {
        TableRow<ShareRow> row = new TableRow<>();
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(_ -> fill(menu, row.getItem()));
        menu.getItems().setAll(new MenuItem());
        row.itemProperty().subscribe(item -> row.setContextMenu(item == null ? null : menu));
        return row;
    }

    private void fill(ContextMenu menu, ShareRow row) {
        RowText text = row.text();
        MenuItem copy = item("action.copy", "Shortcut+C", () -> actions.copyLink(row));
        MenuItem browse = item("action.browse", "Shortcut+O", () -> actions.browse(row));
        copy.setDisable(!text.link().isOpen());
        browse.setDisable(!text.link().isOpen());
        MenuItem toggle =
                item(
                        text.on() ? "action.stop" : "action.start",
                        "Space",
                        () -> actions.toggle(row));
        menu.getItems().setAll(copy, browse, new SeparatorMenuItem(), toggle);
        if (text.problem().isPresent()) {
            menu.getItems().add(item("remedy.try-again", "F5", () -> actions.retry(row)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().add(item("action.delete", "Delete", () -> actions.delete(row)));
    }

    private MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(texts.of(key));
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void onKey(KeyEvent event) {
        Map<KeyCombination, Consumer<ShareRow>> keys =
                Map.of(
                        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN),
                        actions::copyLink,
                        new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
                        actions::browse,
                        new KeyCodeCombination(KeyCode.SPACE),
                        actions::toggle,
                        new KeyCodeCombination(KeyCode.DELETE),
                        actions::delete,
                        new KeyCodeCombination(KeyCode.F5),
                        actions::retry);
        keys.forEach(
                (key, action) -> {
                    if (key.match(event)) {
                        selected().ifPresent(action);
                        event.consume();
                    }
                });
    }
}
