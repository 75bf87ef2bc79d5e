package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Texts;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import java.util.List;
import java.util.function.Function;

/// The list itself: only the lines in sight exist as nodes.
final class VisitorTable {
    private static final double ROW = 32;
    private static final double AMOUNT = 96;

    private final VisitorsModel model;
    private final Texts texts;
    private final TableView<VisitorRow> table = new TableView<>();

    VisitorTable(VisitorsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table.setId("visitors");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.getStyleClass().addAll("share-table", "visitor-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<VisitorRow, VisitorRow> what =
                column("visitors.column.what", 240, VisitorText::what, false, "what");
        what.setMaxWidth(Double.MAX_VALUE);
        table.getColumns()
                .setAll(
                        List.of(
                                fixed(
                                        column(
                                                "visitors.column.when",
                                                184,
                                                VisitorText::when,
                                                true,
                                                "first",
                                                "mono")),
                                fixed(
                                        column(
                                                "visitors.column.address",
                                                216,
                                                VisitorText::address,
                                                false,
                                                "mono")),
                                fixed(
                                        column(
                                                "visitors.column.share",
                                                168,
                                                VisitorText::share,
                                                false)),
                                what,
                                fixed(
                                        column(
                                                "visitors.column.sent",
                                                AMOUNT,
                                                VisitorText::sent,
                                                false,
                                                "right",
                                                "mono")),
                                fixed(
                                        column(
                                                "visitors.column.received",
                                                AMOUNT + 16,
                                                VisitorText::received,
                                                false,
                                                "right",
                                                "mono",
                                                "last"))));
        table.setRowFactory(_ -> row());
    }

    TableView<VisitorRow> root() {
        return table;
    }

    void placeholder(Node node) {
        table.setPlaceholder(node);
    }

    private TableRow<VisitorRow> row() {
        TableRow<VisitorRow> row = new TableRow<>();
        MenuItem disconnect = new MenuItem(texts.of("visitors.disconnect"));
        disconnect.setOnAction(
                _ -> {
                    if (row.getItem() instanceof VisitorRow.Here here) {
                        model.disconnect(here);
                    }
                });
        ContextMenu menu = new ContextMenu(disconnect);
        row.itemProperty()
                .subscribe(
                        item -> row.setContextMenu(item instanceof VisitorRow.Here ? menu : null));
        return row;
    }

    private TableColumn<VisitorRow, VisitorRow> column(
            String key,
            double width,
            Function<VisitorText, String> field,
            boolean marked,
            String... styles) {
        TableColumn<VisitorRow, VisitorRow> column = new TableColumn<>(texts.of(key));
        column.getStyleClass().addAll(styles);
        column.getStyleClass().remove("mono");
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(
                _ -> {
                    VisitorCell cell = new VisitorCell(model::text, field, marked);
                    cell.getStyleClass().addAll(styles);
                    return cell;
                });
        return column;
    }

    private static TableColumn<VisitorRow, VisitorRow> fixed(
            TableColumn<VisitorRow, VisitorRow> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
        return column;
    }
}
