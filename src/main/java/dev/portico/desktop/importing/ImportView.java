package dev.portico.desktop.importing;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import java.io.File;
import java.util.List;

/// Which servers of a file of ssh are to be saved.
public final class ImportView {
    private final ImportModel model;
    private final Texts texts;
    private final Runnable close;
    private final ImportRows rows;
    private final TextField file = new TextField();
    private final HBox foot;
    private final VBox root;

    /// @param close takes the view away
    public ImportView(ImportModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
        this.rows = new ImportRows(model, texts);
        Region notes = new ImportNotes(model, texts).root();
        this.foot = foot();
        VBox.setVgrow(rows.root(), Priority.ALWAYS);
        root = new VBox(head(), choice(), rows.root(), notes, foot);
        root.setId("import");
        root.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close.run();
                        event.consume();
                    }
                });
        takeDroppedFiles();
        model.stageProperty().subscribe(this::explain);
    }

    public Region root() {
        return root;
    }

    /// How much of its foot has buttons.
    public double barHeight() {
        return foot.getHeight();
    }

    /// Reads the file anew.
    public void open() {
        model.read();
        file.requestFocus();
    }

    private HBox head() {
        Label title = new Label(texts.of("import.title"));
        title.getStyleClass().addAll("b", "title");
        HBox head = new HBox(8, title);
        head.getStyleClass().addAll("page-head", "form-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox choice() {
        file.setId("import-file");
        file.textProperty().bindBidirectional(model.fileProperty());
        file.setAccessibleText(texts.of("import.file"));
        file.setOnAction(_ -> model.read());
        file.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                model.readChanged();
                            }
                        });
        HBox.setHgrow(file, Priority.ALWAYS);
        Button other = new Button(texts.of("import.choose"), Icons.of("fth-folder", 14));
        other.setId("import-choose");
        other.setMinWidth(Region.USE_PREF_SIZE);
        other.setOnAction(_ -> choose());
        Label label = new Label(texts.of("import.file"));
        label.setLabelFor(file);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox choice = new HBox(8, label, file, other);
        choice.getStyleClass().add("import-choice");
        choice.setAlignment(Pos.CENTER_LEFT);
        return choice;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of("import.choose"));
        File folder = model.folder();
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.choose(chosen.toPath());
        }
    }

    private void takeDroppedFiles() {
        root.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                    }
                    event.consume();
                });
        root.setOnDragDropped(
                event -> {
                    List<File> files = event.getDragboard().getFiles();
                    files.stream().findFirst().map(File::toPath).ifPresent(model::choose);
                    event.setDropCompleted(!files.isEmpty());
                    event.consume();
                });
    }

    private void explain(ImportModel.Stage stage) {
        Label words =
                new Label(
                        switch (stage) {
                            case READING -> texts.of("import.reading");
                            case ABSENT ->
                                    texts.of("import.absent", "file", model.fileProperty().get());
                            case WITHOUT_SERVERS, READY -> texts.of("import.none");
                        });
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.getStyleClass().add("muted");
        VBox box = new VBox(words);
        box.setAlignment(Pos.CENTER);
        rows.placeholder(box);
    }

    private HBox foot() {
        CheckBox follow = box("import-follow", "import.follow");
        follow.selectedProperty().bindBidirectional(model.followProperty());
        CheckBox shares = box("import-shares", "import.shares");
        shares.selectedProperty().bindBidirectional(model.withSharesProperty());
        shares.visibleProperty().bind(model.hasSharesProperty());
        shares.managedProperty().bind(shares.visibleProperty());
        Label refusal = new Label();
        refusal.setWrapText(true);
        refusal.getStyleClass().addAll("bad", "second");
        refusal.textProperty().bind(model.refusalProperty());
        HBox.setHgrow(refusal, Priority.ALWAYS);
        refusal.setMaxWidth(Double.MAX_VALUE);
        Button cancel = new Button(texts.of("dialog.cancel"));
        cancel.setId("import-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> close.run());
        Button save = new Button();
        save.setId("import-save");
        save.getStyleClass().add("accent");
        save.setMinWidth(Region.USE_PREF_SIZE);
        model.wantedProperty()
                .subscribe(
                        n ->
                                save.setText(
                                        n.intValue() == 0
                                                ? texts.of("import.save.none")
                                                : texts.count("import.save", n.intValue())));
        save.disableProperty().bind(model.wantedProperty().isEqualTo(0));
        save.setOnAction(
                _ -> {
                    if (model.save()) {
                        close.run();
                    }
                });
        HBox foot = new HBox(12, follow, shares, refusal, cancel, save);
        foot.getStyleClass().add("page-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private CheckBox box(String id, String key) {
        CheckBox box = new CheckBox(texts.of(key));
        box.setId(id);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }
}
