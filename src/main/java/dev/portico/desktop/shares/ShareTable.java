package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
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
    private static final double LINK_LEAST = 208;
    private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");
    static final double STATE = 152;
    static final double SWITCH = 50;

    private final SharesModel model;
    private final Texts texts;
    private final TableView<ShareRow> table = new TableView<>();
    private final TableColumn<ShareRow, ShareRow> link;
    private final TableColumn<ShareRow, ShareRow> flow;
    private final TableColumn<ShareRow, ShareRow> since;
    private double scrollBar;

    ShareTable(SharesModel model, RowActions actions, Texts texts) {
        this.model = model;
        this.texts = texts;
        table.setId("shares");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.getStyleClass().add("share-table");
        link = column("column.link", 248, () -> new LinkCell(model, actions, texts));
        flow = column("column.flow", 144, () -> new Cells.Flow(texts));
        since = styled(column("column.since", 60, Cells.Since::new), "right");
        table.getColumns().setAll(columns());
        table.widthProperty().subscribe(_ -> fit());
        // the height follows when the problem of a row is shown below the table
        table.heightProperty().subscribe(_ -> Platform.runLater(this::keepSelectedInSight));
        table.skinProperty().subscribe(this::watchScrollBar);
        table.setRowFactory(_ -> row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private List<TableColumn<ShareRow, ShareRow>> columns() {
        return List.of(
                styled(column("column.state", STATE, Cells.State::new), "first"),
                column("column.name", 118, Cells.Name::new),
                column("column.target", 134, Cells.Target::new),
                link,
                column("column.who", 160, Cells.Who::new),
                styled(column("column.visitors", 64, Cells.Visitors::new), "right"),
                flow,
                since,
                styled(column("", SWITCH, () -> new Cells.Switch(model::toggle, texts)), "last"));
    }

    private static TableColumn<ShareRow, ShareRow> styled(
            TableColumn<ShareRow, ShareRow> column, String style) {
        column.getStyleClass().add(style);
        return column;
    }

    TableView<ShareRow> root() {
        return table;
    }

    void placeholder(Node node) {
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

    private void keepSelectedInSight() {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0 && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(index);
            flow.layout();
            flow.scrollTo(index); // the first call brings a hidden row only partly in
        }
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
        double room = table.getWidth() - scrollBar;
        for (TableColumn<ShareRow, ?> column : table.getColumns()) {
            if (column != link && column != flow && column != since) {
                room -= column.getPrefWidth();
            }
        }
        flow.setVisible(room - flow.getPrefWidth() >= LINK_LEAST);
        since.setVisible(room - flow.getPrefWidth() - since.getPrefWidth() >= LINK_LEAST);
        room -= flow.isVisible() ? flow.getPrefWidth() : 0;
        room -= since.isVisible() ? since.getPrefWidth() : 0;
        link.setPrefWidth(room);
    }

    /// The switches keep their distance from the window's edge, with a scroll bar or without.
    private void watchScrollBar() {
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.visibleProperty().subscribe(_ -> leaveRoomFor(bar));
                bar.widthProperty().subscribe(_ -> leaveRoomFor(bar));
            }
        }
    }

    private void leaveRoomFor(ScrollBar bar) {
        scrollBar = bar.isVisible() ? bar.getWidth() : 0;
        table.pseudoClassStateChanged(SCROLLS, bar.isVisible());
        fit();
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
        MenuItem copy = item("action.copy", "Shortcut+C", () -> model.copyLink(row));
        MenuItem browse = item("action.browse", "Shortcut+O", () -> model.browse(row));
        copy.setDisable(!text.link().isOpen());
        browse.setDisable(!text.link().isOpen());
        MenuItem toggle =
                item(text.on() ? "action.stop" : "action.start", "Space", () -> model.toggle(row));
        menu.getItems().setAll(copy, browse, new SeparatorMenuItem(), toggle);
        if (text.problem().isPresent()) {
            menu.getItems().add(item("remedy.try-again", "F5", () -> model.retry(row)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().add(item("action.delete", "Delete", () -> model.delete(row)));
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
                        model::copyLink,
                        new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
                        model::browse,
                        new KeyCodeCombination(KeyCode.SPACE),
                        model::toggle,
                        new KeyCodeCombination(KeyCode.DELETE),
                        model::delete,
                        new KeyCodeCombination(KeyCode.F5),
                        model::retry);
        keys.forEach(
                (key, action) -> {
                    if (key.match(event)) {
                        selected().ifPresent(action);
                        event.consume();
                    }
                });
    }
}
