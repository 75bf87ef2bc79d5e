package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The columns on the screen. The link takes the width that is left over; what matters least goes
/// first when it is narrow.
final class TableColumns {
    static final double STATE = 152;
    static final double SWITCH = 50;
    static final double LINK_LEAST = 208;

    private final TableLook look;
    private final Texts texts;
    private final Map<Column, TableColumn<ShareRow, ShareRow>> byColumn =
            new EnumMap<>(Column.class);
    private final TableColumn<ShareRow, ShareRow> wish;

    TableColumns(
            TableLook look,
            Texts texts,
            Map<Column, Supplier<TableCell<ShareRow, ShareRow>>> cells,
            Supplier<TableCell<ShareRow, ShareRow>> wishCell) {
        this.look = look;
        this.texts = texts;
        cells.forEach((column, cell) -> byColumn.put(column, column(column, cell)));
        this.wish = plain(SWITCH, "last", wishCell);
        wish.setSortable(false);
    }

    List<TableColumn<ShareRow, ShareRow>> all() {
        List<TableColumn<ShareRow, ShareRow>> all = new ArrayList<>(byColumn.values());
        all.add(wish);
        return all;
    }

    /// What the user sorts by, if anything.
    List<TableColumn<ShareRow, ShareRow>> sorted() {
        return look.sortedBy().map(this::of).stream().toList();
    }

    /// Keeps what the user has just sorted by.
    void sortBy(Optional<TableColumn<ShareRow, ?>> chosen) {
        look.sort(
                chosen.flatMap(column -> Column.of(column.getId())),
                chosen.filter(column -> column.getSortType() == TableColumn.SortType.DESCENDING)
                        .isPresent());
    }

    void fit(double room) {
        double left = room - SWITCH;
        for (Column column : Column.values()) {
            if (column != Column.LINK && column != Column.FLOW && column != Column.SINCE) {
                boolean shown = look.isShown(column);
                of(column).setVisible(shown);
                left -= shown ? width(column) : 0;
            }
        }
        for (Column last : List.of(Column.FLOW, Column.SINCE)) {
            boolean fits = look.isShown(last) && left - width(last) >= LINK_LEAST;
            of(last).setVisible(fits);
            left -= fits ? width(last) : 0;
        }
        of(Column.LINK).setPrefWidth(Math.max(LINK_LEAST, left));
    }

    private TableColumn<ShareRow, ShareRow> of(Column column) {
        return byColumn.getOrDefault(column, wish);
    }

    private TableColumn<ShareRow, ShareRow> column(
            Column what, Supplier<TableCell<ShareRow, ShareRow>> cell) {
        String style =
                switch (what) {
                    case STATE -> "first";
                    case VISITORS, SINCE -> "right";
                    case LINK -> "link-column";
                    case NAME, TARGET, WHO, SERVER, FLOW -> "usual";
                };
        TableColumn<ShareRow, ShareRow> column = plain(width(what), style, cell);
        column.setId(what.id());
        column.setText(texts.of(what.key()));
        boolean sorted = look.sortedBy().filter(by -> by == what).isPresent();
        column.setSortType(
                sorted && look.isDescending()
                        ? TableColumn.SortType.DESCENDING
                        : TableColumn.SortType.ASCENDING);
        return column;
    }

    private static TableColumn<ShareRow, ShareRow> plain(
            double width, String style, Supplier<TableCell<ShareRow, ShareRow>> cell) {
        TableColumn<ShareRow, ShareRow> column = new TableColumn<>();
        column.getStyleClass().add(style);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    static double width(Column column) {
        return switch (column) {
            case STATE -> STATE;
            case NAME -> 118;
            case TARGET -> 134;
            case LINK -> 248;
            case WHO -> 160;
            case SERVER -> 104;
            case VISITORS -> 64;
            case FLOW -> 140;
            case SINCE -> 62;
        };
    }
}
