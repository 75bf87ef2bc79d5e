package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Texts;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The list itself: only the lines in sight exist as nodes.
final class VisitorTable {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double ROW = 32;
    private static final double ADDRESS = 228;
    private static final double SHARE = 176;
    private static final double WHEN = 112;
    private static final double WHAT_LEAST = 150;
    private static final double AMOUNT = 96;
    private static final double ACTIONS = 176;
    private static final double SCROLL_BAR = 10;

    private final VisitorsModel model;
    private final Texts texts;
    private final TableView<VisitorRow> table = new TableView<>();
    private final TableColumn<VisitorRow, VisitorRow> what;
    private final TableColumn<VisitorRow, VisitorRow> actions;

    VisitorTable(VisitorsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.what = words("what", WHAT_LEAST, VisitorText::what, "what");
        this.actions = column("", ACTIONS, () -> new VisitorActions(model, texts), "last");
        table.setId("visitors");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.getStyleClass().addAll("share-table", "visitor-table");
        table.getColumns()
                .setAll(
                        List.of(
                                marked(),
                                words("share", SHARE, VisitorText::share, "usual"),
                                words("when", WHEN, VisitorText::when, "mono"),
                                what,
                                words("sent", AMOUNT, VisitorText::sent, "right", "mono"),
                                words("received", AMOUNT, VisitorText::received, "right", "mono"),
                                actions));
        table.setRowFactory(_ -> row());
        table.widthProperty().subscribe(width -> fit(width.doubleValue() - SCROLL_BAR));
    }

    TableView<VisitorRow> root() {
        return table;
    }

    void placeholder(Node node) {
        table.setPlaceholder(node);
    }

    /// What happened takes the width that is left; where there is little, the menu has the actions.
    private void fit(double room) {
        double left = room - ADDRESS - SHARE - WHEN - 2 * AMOUNT;
        boolean roomy = left - ACTIONS >= WHAT_LEAST;
        actions.setVisible(roomy);
        what.setPrefWidth(Math.max(WHAT_LEAST, roomy ? left - ACTIONS : left));
    }

    private TableRow<VisitorRow> row() {
        TableRow<VisitorRow> row = new TableRow<>();
        ContextMenu menu =
                new ContextMenu(
                        item("visits.disconnect", row, model::disconnect),
                        item("visits.block", row, model::block));
        row.itemProperty()
                .subscribe(
                        item -> {
                            row.setContextMenu(item instanceof VisitorRow.Here ? menu : null);
                            row.pseudoClassStateChanged(
                                    HEADING, item instanceof VisitorRow.Heading);
                        });
        return row;
    }

    private MenuItem item(String key, TableRow<VisitorRow> row, Consumer<VisitorRow.Here> action) {
        MenuItem item = new MenuItem(texts.of(key));
        item.setOnAction(
                _ -> {
                    if (row.getItem() instanceof VisitorRow.Here here) {
                        action.accept(here);
                    }
                });
        return item;
    }

    private TableColumn<VisitorRow, VisitorRow> marked() {
        return column(
                texts.of("visitors.column.address"),
                ADDRESS,
                () -> cell(VisitorText::address, true, "first", "mono"),
                "first");
    }

    private TableColumn<VisitorRow, VisitorRow> words(
            String key, double width, Function<VisitorText, String> field, String... styles) {
        return column(
                texts.of("visitors.column." + key),
                width,
                () -> cell(field, false, styles),
                styles[0].equals("mono") ? "usual" : styles[0]);
    }

    private VisitorCell cell(
            Function<VisitorText, String> field, boolean marked, String... styles) {
        VisitorCell cell = new VisitorCell(model::text, field, marked);
        cell.getStyleClass().addAll(styles);
        return cell;
    }

    private static TableColumn<VisitorRow, VisitorRow> column(
            String title,
            double width,
            Supplier<TableCell<VisitorRow, VisitorRow>> cell,
            String style) {
        TableColumn<VisitorRow, VisitorRow> column = new TableColumn<>(title);
        column.getStyleClass().add(style);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }
}
