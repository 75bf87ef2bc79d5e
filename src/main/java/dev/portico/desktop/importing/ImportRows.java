package dev.portico.desktop.importing;

import dev.portico.desktop.look.Texts;
import dev.portico.interop.config.servers.Part;
import dev.portico.interop.config.servers.State;
import dev.portico.share.Plain;
import dev.portico.share.SignIn;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The aliases of the file, each with a box to tick.
final class ImportRows {
    private static final double ROW = 32;
    private static final double TICK = 40;
    private static final double NAME = 140;
    private static final double KEY = 130;
    private static final double WAY = 110;
    private static final double STATE = 104;
    private static final double ADDRESS_LEAST = 200;
    private static final double SCROLL_BAR = 10;

    private final Texts texts;
    private final TableView<ImportRow> table = new TableView<>();
    private final TableColumn<ImportRow, ImportRow> address;
    private final TableColumn<ImportRow, ImportRow> key;

    ImportRows(ImportModel model, Texts texts) {
        this.texts = texts;
        this.address =
                words("address", ADDRESS_LEAST, row -> row.imported().server().address(), "mono");
        this.key = words("key", KEY, this::keys, "usual");
        table.setId("import-rows");
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.getStyleClass().addAll("share-table", "import-table");
        table.getColumns()
                .setAll(
                        List.of(
                                tick(),
                                words("name", NAME, row -> row.imported().alias(), "first"),
                                address,
                                key,
                                words("way", WAY, row -> part(row, Part.WAY), "usual"),
                                words("state", STATE, this::state, "usual")));
        table.setOnKeyPressed(
                event -> {
                    ImportRow row = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.SPACE && row != null) {
                        row.chosen().set(!row.chosen().get());
                        event.consume();
                    }
                });
        table.widthProperty().subscribe(width -> fit(width.doubleValue() - SCROLL_BAR));
    }

    /// The address takes the width that is left; where there is little, the keys go.
    private void fit(double room) {
        double left = room - TICK - NAME - WAY - STATE;
        boolean roomy = left - KEY >= ADDRESS_LEAST;
        key.setVisible(roomy);
        address.setPrefWidth(Math.max(ADDRESS_LEAST, roomy ? left - KEY : left));
    }

    TableView<ImportRow> root() {
        return table;
    }

    void placeholder(Node node) {
        table.setPlaceholder(node);
    }

    private static String part(ImportRow row, Part part) {
        return part.text(row.imported().server());
    }

    private String keys(ImportRow row) {
        return switch (row.imported().server().signIn()) {
            case SignIn.Automatic _ -> texts.of("import.key.automatic");
            case SignIn.Agent _ -> texts.of("import.key.agent");
            case SignIn.Password _ -> texts.of("import.key.password");
            case SignIn.KeyFiles(List<Path> paths) ->
                    paths.stream()
                            .map(path -> String.valueOf(path.getFileName()))
                            .collect(Collectors.joining(", "));
        };
    }

    private String state(ImportRow row) {
        return texts.of(
                switch (row.state()) {
                    case State.New _ -> "import.state.new";
                    case State.Same _ -> "import.state.same";
                    case State.Changed _ -> "import.state.changed";
                });
    }

    /// Each value with the line that gave it, and below what changes.
    private String details(ImportRow row) {
        String lines =
                row.imported().given().stream()
                        .sorted()
                        .flatMap(part -> row.imported().lines(part).stream())
                        .map(line -> Plain.text(line.rest()) + "  " + line.spot().line())
                        .collect(Collectors.joining("\n"));
        if (!(row.state() instanceof State.Changed(List<State.Change> changes))) {
            return lines;
        }
        return changes.stream()
                        .map(
                                change ->
                                        word(change.part())
                                                + ": "
                                                + change.before()
                                                + " → "
                                                + change.now())
                        .collect(Collectors.joining("\n"))
                + "\n\n"
                + lines;
    }

    private String word(Part part) {
        return texts.of("config.part." + part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private TableColumn<ImportRow, ImportRow> tick() {
        TableColumn<ImportRow, ImportRow> column = column("", TICK);
        column.setCellFactory(_ -> new Tick(texts));
        return column;
    }

    private TableColumn<ImportRow, ImportRow> words(
            String key, double width, Function<ImportRow, String> text, String style) {
        TableColumn<ImportRow, ImportRow> column = column(texts.of("import.column." + key), width);
        column.getStyleClass().add(style.equals("mono") ? "usual" : style);
        column.setCellFactory(
                _ -> {
                    Words cell = new Words(text, this::details);
                    cell.getStyleClass().add(style);
                    return cell;
                });
        return column;
    }

    private static TableColumn<ImportRow, ImportRow> column(String title, double width) {
        TableColumn<ImportRow, ImportRow> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    private static final class Tick extends TableCell<ImportRow, ImportRow> {
        private final Texts texts;
        private final CheckBox box = new CheckBox();

        Tick(Texts texts) {
            this.texts = texts;
            box.setFocusTraversable(false);
            getStyleClass().add("tick");
        }

        @Override
        protected void updateItem(ImportRow row, boolean empty) {
            ImportRow before = getItem();
            super.updateItem(row, empty);
            if (before != null) {
                box.selectedProperty().unbindBidirectional(before.chosen());
            }
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            box.selectedProperty().bindBidirectional(row.chosen());
            box.setAccessibleText(texts.of("import.tick", "name", row.imported().alias()));
            setGraphic(box);
        }
    }

    private static final class Words extends TableCell<ImportRow, ImportRow> {
        private final Function<ImportRow, String> text;
        private final Function<ImportRow, String> details;

        Words(Function<ImportRow, String> text, Function<ImportRow, String> details) {
            this.text = text;
            this.details = details;
        }

        @Override
        protected void updateItem(ImportRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean nothing = empty || row == null;
            setText(nothing ? "" : text.apply(row));
            setTooltip(nothing ? null : new Tooltip(details.apply(row)));
        }
    }
}
