package dev.portico.desktop.details;

import dev.portico.desktop.look.Texts;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.function.Function;

/// Who is here now, and who is turned away.
final class VisitorsTab {
    static final double BUTTONS = 210;
    private static final double ROW = 32;

    private final DetailsModel model;
    private final Texts texts;
    private final ObservableList<VisitRow> rows = FXCollections.observableArrayList();
    private final TableView<VisitRow> table = new TableView<>(rows);
    private final Label nobody = new Label();

    VisitorsTab(DetailsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table.setId("visits");
        table.setFixedCellSize(ROW);
        table.getStyleClass().addAll("share-table", "visit-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        nobody.getStyleClass().add("muted");
        table.setPlaceholder(nobody);
        table.getColumns()
                .setAll(
                        List.of(
                                styled(words("visits.address", 230, VisitRow::address), "first"),
                                words("visits.since", 200, this::since),
                                styled(words("visits.sent", 100, VisitRow::sent), "right"),
                                styled(words("visits.received", 100, VisitRow::received), "right"),
                                styled(actions(), "last")));
    }

    Region root() {
        return table;
    }

    /// @param inAll visitors now and before
    void show(List<VisitRow> now, long inAll) {
        nobody.setText(texts.of(inAll == 0 ? "visits.none" : "visits.none.now"));
        if (rows.equals(now)) {
            return;
        }
        for (int i = 0; i < now.size() && i < rows.size(); i++) {
            if (!rows.get(i).equals(now.get(i))) {
                rows.set(i, now.get(i));
            }
        }
        if (rows.size() > now.size()) {
            rows.remove(now.size(), rows.size());
        } else if (rows.size() < now.size()) {
            rows.addAll(now.subList(rows.size(), now.size()));
        }
    }

    private String since(VisitRow row) {
        return row.blocked() ? texts.of("visits.blocked") : row.since();
    }

    private static TableColumn<VisitRow, VisitRow> styled(
            TableColumn<VisitRow, VisitRow> column, String style) {
        column.getStyleClass().add(style);
        return column;
    }

    private TableColumn<VisitRow, VisitRow> words(
            String key, double width, Function<VisitRow, String> words) {
        TableColumn<VisitRow, VisitRow> column = column(texts.of(key), width);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            {
                                getStyleClass().add("mono");
                            }

                            @Override
                            protected void updateItem(VisitRow row, boolean empty) {
                                super.updateItem(row, empty);
                                setText(empty || row == null ? null : words.apply(row));
                            }
                        });
        return column;
    }

    private TableColumn<VisitRow, VisitRow> actions() {
        TableColumn<VisitRow, VisitRow> column = column("", BUTTONS);
        column.setCellFactory(_ -> new Actions());
        return column;
    }

    private static TableColumn<VisitRow, VisitRow> column(String title, double width) {
        TableColumn<VisitRow, VisitRow> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    private final class Actions extends TableCell<VisitRow, VisitRow> {
        private final Button disconnect = button("visits.disconnect");
        private final Button block = button("visits.block");
        private final Button unblock = button("visits.unblock");
        private final HBox both = new HBox(4, disconnect, block, unblock);

        Actions() {
            block.getStyleClass().add("danger");
            both.setAlignment(Pos.CENTER_RIGHT);
            for (Button button : List.of(disconnect, block, unblock)) {
                button.managedProperty().bind(button.visibleProperty());
            }
            disconnect.setOnAction(_ -> model.disconnect(getItem()));
            block.setOnAction(_ -> model.block(getItem()));
            unblock.setOnAction(_ -> model.unblock(getItem()));
        }

        @Override
        protected void updateItem(VisitRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            disconnect.setVisible(!row.blocked());
            block.setVisible(!row.blocked());
            unblock.setVisible(row.blocked());
            for (Button button : List.of(disconnect, block, unblock)) {
                button.setAccessibleText(button.getText() + " " + row.address());
            }
            setGraphic(both);
        }

        private Button button(String key) {
            Button button = new Button(texts.of(key));
            button.getStyleClass().addAll("flat", "small", key.replace('.', '-'));
            return button;
        }
    }
}
