package dev.portico.desktop.servers;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Standing;
import dev.portico.desktop.look.Texts;
import dev.portico.share.ServerTrial.Check;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// The test beside the form: its steps, one below the other, as they happen.
final class TestPane {
    private final TestModel model;
    private final Texts texts;
    private final List<TestRow> rows = new ArrayList<>();
    private final VBox root;

    TestPane(TestModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        int number = Check.values().length;
        for (int i = 1; i <= number; i++) {
            rows.add(new TestRow(texts, model::copyCure, i == number));
        }
        VBox steps = new VBox();
        rows.forEach(row -> steps.getChildren().add(row.root()));
        VBox body = new VBox(16, steps, note(), cancel());
        body.getStyleClass().add("test-steps");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-pane");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(head(), scroll);
        root.setId("server-test-pane");
        root.getStyleClass().add("test-pane");
        model.linesProperty().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    private void show(List<TestLine> lines) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(lines.get(i));
        }
    }

    private HBox head() {
        Label title = new Label(texts.of("test.title"));
        title.getStyleClass().addAll("b", "title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label state = new Label();
        state.setId("test-state");
        state.getStyleClass().addAll("second", "muted");
        state.textProperty().bind(model.headProperty());
        Button close = Icons.button("fth-x", 16, texts.of("test.close"), model::clear);
        close.setId("test-close");
        Standing.only(
                close,
                model.standingProperty(),
                Standing.PASSED,
                Standing.FAILED,
                Standing.CANCELLED);
        HBox head = new HBox(8, title, space, state, close);
        head.getStyleClass().addAll("page-head", "test-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox note() {
        Label words = new Label(texts.of("test.foot"));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("second");
        HBox note = new HBox(8, Icons.of("fth-info", 14), words);
        note.getStyleClass().add("test-note");
        return note;
    }

    private Button cancel() {
        Button cancel = new Button(texts.of("test.cancel"), Icons.of("fth-x", 14));
        cancel.setId("test-cancel");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> model.cancel());
        Standing.only(cancel, model.standingProperty(), Standing.RUNNING);
        return cancel;
    }
}
