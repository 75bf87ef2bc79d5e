package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
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
    private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");

    private final SharesModel model;
    private final RowActions actions;
    private final TableView<ShareRow> table = new TableView<>();
    private final TableColumns columns;
    private final RowMenu menu;
    private final ObjectProperty<Optional<ShareRow>> renamed =
            new SimpleObjectProperty<>(Optional.empty());
    private final Map<KeyCombination, Consumer<List<ShareRow>>> keys;
    private double scrollBar;

    ShareTable(SharesModel model, RowActions actions, Texts texts) {
        this.model = model;
        this.actions = actions;
        this.columns =
                new TableColumns(
                        model.look(),
                        texts,
                        cells(texts),
                        () -> new Cells.Switch(model::toggle, texts));
        this.menu = new RowMenu(model, actions, texts, this::anchor, this::rename);
        this.keys = keys();
        table.setId("shares");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.getStyleClass().add("share-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(columns.all());
        table.getSortOrder().setAll(columns.sorted());
        table.setSortPolicy(this::sort);
        table.widthProperty().subscribe(_ -> fit());
        model.look().settingsProperty().subscribe(_ -> fit());
        // the height follows when the problem of a row is shown below the table
        table.heightProperty().subscribe(_ -> Platform.runLater(this::keepSelectedInSight));
        table.skinProperty().subscribe(this::watchScrollBar);
        table.setRowFactory(_ -> row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private Map<Column, Supplier<TableCell<ShareRow, ShareRow>>> cells(Texts texts) {
        return Map.of(
                Column.STATE, Cells.State::new,
                Column.NAME, () -> new NameCell(model, renamed),
                Column.TARGET, Cells.Target::new,
                Column.LINK, () -> new LinkCell(model, actions, texts),
                Column.WHO, Cells.Who::new,
                Column.SERVER, Cells.Server::new,
                Column.VISITORS, Cells.Visitors::new,
                Column.FLOW, () -> new FlowCell(texts),
                Column.SINCE, Cells.Since::new);
    }

    private Map<KeyCombination, Consumer<List<ShareRow>>> keys() {
        return Map.of(
                KeyCombination.valueOf("Shortcut+C"),
                model.batch()::copyLinks,
                KeyCombination.valueOf("Shortcut+O"),
                one(model::browse),
                KeyCombination.valueOf("Shortcut+K"),
                one(row -> actions.showCode(row, anchor(row))),
                KeyCombination.valueOf("Space"),
                model.batch()::toggle,
                KeyCombination.valueOf("Enter"),
                one(actions::explain),
                KeyCombination.valueOf("Delete"),
                model.batch()::delete,
                KeyCombination.valueOf("F2"),
                one(this::rename),
                KeyCombination.valueOf("F5"),
                rows -> rows.forEach(model::retry));
    }

    private static Consumer<List<ShareRow>> one(Consumer<ShareRow> action) {
        return rows -> {
            if (rows.size() == 1) {
                action.accept(rows.getFirst());
            }
        };
    }

    TableView<ShareRow> root() {
        return table;
    }

    void placeholder(Node node) {
        table.setPlaceholder(node);
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

    private List<ShareRow> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private void rename(ShareRow row) {
        renamed.set(Optional.of(row));
    }

    /// Where the code of the row's link belongs.
    private Node anchor(ShareRow row) {
        return table.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> shown && shown.getItem() == row)
                .map(node -> node.lookup(".row-code"))
                .findFirst()
                .orElse(table);
    }

    private boolean sort(TableView<ShareRow> sorted) {
        columns.sortBy(sorted.getSortOrder().stream().findFirst());
        model.arrange();
        return true;
    }

    private void keepSelectedInSight() {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0 && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(index);
            flow.layout();
            flow.scrollTo(index); // the first call brings a hidden row only partly in
        }
    }

    private void fit() {
        columns.fit(table.getWidth() - scrollBar);
    }

    /// The switches keep their distance from the window's edge, with a scroll bar or without.
    private void watchScrollBar() {
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                // it comes and goes amid a layout, which takes no other widths in
                bar.visibleProperty().subscribe(_ -> Platform.runLater(() -> leaveRoomFor(bar)));
                bar.widthProperty().subscribe(_ -> Platform.runLater(() -> leaveRoomFor(bar)));
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
        ContextMenu context = new ContextMenu();
        context.setOnShowing(_ -> menu.fill(context, chosenWith(row.getItem())));
        context.getItems().setAll(new MenuItem());
        row.itemProperty().subscribe(item -> row.setContextMenu(item == null ? null : context));
        return row;
    }

    /// A menu over a row that is not selected is about that row alone.
    private List<ShareRow> chosenWith(ShareRow row) {
        List<ShareRow> chosen = selected();
        return chosen.contains(row) ? chosen : List.of(row);
    }

    /// A button in a row that was come to by Tab is pressed as any other.
    private static boolean isForButton(KeyEvent event) {
        return event.getTarget() instanceof ButtonBase
                && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER);
    }

    private void onKey(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || isForButton(event)) {
            return;
        }
        keys.forEach(
                (key, action) -> {
                    if (key.match(event)) {
                        List<ShareRow> rows = selected();
                        if (!rows.isEmpty()) {
                            action.accept(rows);
                        }
                        event.consume();
                    }
                });
    }
}
