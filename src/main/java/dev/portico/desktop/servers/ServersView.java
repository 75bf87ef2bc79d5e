package dev.portico.desktop.servers;

import dev.portico.desktop.examine.ExamineButton;
import dev.portico.desktop.importing.ImportView;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Standing;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Consumer;

/// The saved servers on the left, the form of the selected one beside them.
public final class ServersView {
    private static final double ROOM_FOR_THREE = 1100;

    private final ServersModel model;
    private final Texts texts;
    private final ListView<ServersModel.Line> list = new ListView<>();
    private final ServerFormView form;
    private final TestPane test;
    private final ImportView imports;
    private final Runnable examine;
    private final VBox left;
    private final BorderPane root = new BorderPane();

    /// @param export shows the server of that name as other programs want it written
    /// @param examine examines the server that is shown
    public ServersView(ServersModel model, Texts texts, Consumer<String> export, Runnable examine) {
        this.model = model;
        this.texts = texts;
        this.examine = examine;
        this.form = new ServerFormView(model, texts, export, examine);
        this.test = new TestPane(model.test(), texts);
        this.imports = new ImportView(model.imports(), texts, this::leaveImport);
        list.setId("servers");
        list.setItems(model.lines());
        list.setFixedCellSize(56);
        list.getStyleClass().add("server-list");
        list.setCellFactory(_ -> new LineCell(texts.of("servers.legacy")));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        line -> {
                            if (line != null && isImporting()) {
                                model.select(line.name());
                                leaveImport();
                            } else if (line != null && !isShown(line)) {
                                model.select(line.name());
                            }
                        });
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.DELETE) {
                        deleteSelected();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        left = new VBox(head(), list);
        left.getStyleClass().add("server-pane");
        root.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.F5 && !model.isPractice()) {
                        model.test().start(false);
                        event.consume();
                    }
                });
        model.selectedProperty().subscribe(this::show);
        root.widthProperty().subscribe(_ -> arrange());
        model.test().standingProperty().subscribe(_ -> arrange());
    }

    /// Where there is no room for three, the test takes that of the list while there is one.
    private void arrange() {
        boolean roomy = root.getWidth() >= ROOM_FOR_THREE;
        boolean tested = model.test().standingProperty().get() != Standing.IDLE;
        boolean shows = !model.isPractice() && !isImporting() && (roomy || tested);
        root.setLeft(shows && !roomy ? null : left);
        root.setRight(shows ? test.root() : null);
    }

    private boolean isImporting() {
        return root.getCenter() == imports.root();
    }

    private void openImport() {
        list.getSelectionModel().clearSelection();
        root.setCenter(imports.root());
        arrange();
        imports.open();
    }

    private void leaveImport() {
        show(model.selectedProperty().get());
    }

    public Region root() {
        return root;
    }

    /// How much of its foot has buttons.
    public double barHeight() {
        return isImporting() ? imports.barHeight() : form.barHeight();
    }

    private boolean isShown(ServersModel.Line line) {
        return model.selectedProperty().get().filter(line.name()::equals).isPresent();
    }

    private HBox head() {
        Label title = new Label(texts.of("servers.title"));
        title.getStyleClass().addAll("b", "title");
        Label number = new Label();
        number.getStyleClass().add("count");
        model.lines().subscribe(() -> number.setText(String.valueOf(model.lines().size())));
        number.setText(String.valueOf(model.lines().size()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button add = new Button(texts.of("servers.add"), Icons.of("fth-plus", 14));
        add.setId("server-add");
        add.getStyleClass().add("small");
        add.setOnAction(
                _ -> {
                    list.getSelectionModel().clearSelection();
                    model.add();
                    leaveImport();
                    form.focus();
                });
        HBox head = new HBox(8, title, number, space, importing(), add);
        head.getStyleClass().add("page-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Button importing() {
        Button importing = new Button(texts.of("servers.import"));
        importing.setId("server-import");
        importing.getStyleClass().add("small");
        importing.setOnAction(_ -> openImport());
        return importing;
    }

    private void show(Optional<String> name) {
        root.setCenter(model.isPractice() ? practice() : form.root(name));
        arrange();
        int place =
                name.map(model.lines().stream().map(ServersModel.Line::name).toList()::indexOf)
                        .orElse(-1);
        if (place >= 0) {
            list.getSelectionModel().clearAndSelect(place);
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    private VBox practice() {
        Label title = new Label(texts.of("server.practice"));
        title.getStyleClass().addAll("b", "title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, space, ExamineButton.of(texts, "server-examine", examine));
        head.getStyleClass().addAll("page-head", "form-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(texts.of("server.practice.text"));
        words.setWrapText(true);
        words.setMaxWidth(476);
        VBox body = new VBox(words);
        body.getStyleClass().add("form");
        return new VBox(head, body);
    }

    private void deleteSelected() {
        model.selectedProperty().get().ifPresent(model::delete);
    }

    private static final class LineCell extends ListCell<ServersModel.Line> {
        private final MarkIcon mark = new MarkIcon(14);
        private final Label title = new Label();
        private final Label address = new Label();
        private final Label use = new Label();
        private final Label open = new Label();
        private final Label follows = new Label();
        private final Label legacy;
        private final HBox box;

        LineCell(String legacyWord) {
            legacy = new Label(legacyWord);
            legacy.getStyleClass().addAll("bad", "second");
            legacy.managedProperty().bind(legacy.visibleProperty());
            title.getStyleClass().add("b");
            legacy.setMinWidth(Region.USE_PREF_SIZE);
            follows.setGraphic(Icons.of("fth-link", 12));
            follows.getStyleClass().add("muted");
            follows.setMinWidth(Region.USE_PREF_SIZE);
            follows.managedProperty().bind(follows.visibleProperty());
            HBox name = new HBox(8, title, follows, legacy);
            name.setAlignment(Pos.CENTER_LEFT);
            VBox left = new VBox(name, address);
            left.setAlignment(Pos.CENTER_LEFT);
            left.setMinWidth(0);
            HBox.setHgrow(left, Priority.ALWAYS);
            VBox right = new VBox(use, open);
            right.setAlignment(Pos.CENTER_RIGHT);
            right.setMinWidth(Region.USE_PREF_SIZE);
            for (Label quiet : new Label[] {address, use, open}) {
                quiet.getStyleClass().addAll("second", "muted");
                quiet.managedProperty().bind(quiet.textProperty().isNotEmpty());
            }
            box = new HBox(8, mark, left, right);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ServersModel.Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            mark.show(line.mark(), "");
            title.setText(line.title());
            address.setText(line.address());
            use.setText(line.use());
            open.setText(line.open());
            legacy.setVisible(line.legacy());
            follows.setVisible(!line.follows().isEmpty());
            follows.setAccessibleText(line.follows());
            follows.setTooltip(new Tooltip(line.follows()));
            setGraphic(box);
        }
    }
}
