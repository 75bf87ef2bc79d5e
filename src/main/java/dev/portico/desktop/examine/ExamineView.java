package dev.portico.desktop.examine;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Standing;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// The page of an examination: its checks as they happen, the chosen one in full beside them.
public final class ExamineView {
    private static final double ROW = 38;

    private final ExamineModel model;
    private final Texts texts;
    private final Hyperlink back = new Hyperlink();
    private final ListView<CheckLine> list = new ListView<>();
    private final MarkIcon mark = new MarkIcon(14);
    private final VBox root;

    public ExamineView(ExamineModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.setId("checks");
        list.setItems(model.lines());
        list.setFixedCellSize(ROW);
        list.getStyleClass().addAll("server-list", "check-list");
        list.setCellFactory(_ -> new CheckCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        line -> {
                            if (line != null) {
                                model.choose(line.check());
                            }
                        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(sum(), list);
        left.getStyleClass().add("checks-pane");
        Region pane = new CheckPane(model, texts).root();
        HBox.setHgrow(pane, Priority.ALWAYS);
        HBox both = new HBox(left, pane);
        VBox.setVgrow(both, Priority.ALWAYS);
        root = new VBox(head(), both);
        root.setId("examination");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.shownProperty().subscribe(this::select);
    }

    public Region root() {
        return root;
    }

    /// @param from the page that it is left for
    public void open(String from) {
        back.setText(from);
        list.requestFocus();
    }

    private void select(Optional<CheckLine> shown) {
        if (shown.isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(shown.get());
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.leave();
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            model.again();
            event.consume();
        }
    }

    private HBox head() {
        back.setId("examine-back");
        back.setTooltip(new Tooltip(Icons.keyed(texts.of("examine.back"), "Esc")));
        back.setOnAction(_ -> model.leave());
        back.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label();
        name.textProperty().bind(model.nameProperty());
        name.getStyleClass().add("muted");
        Label title = new Label(texts.of("examine.title"));
        title.getStyleClass().addAll("b", "title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cancel = button("examine-cancel", "examine.cancel", "fth-x", model::cancel);
        Button again = button("examine-again", "examine.again", "fth-refresh-cw", model::again);
        // what goes takes the keys with it
        model.standingProperty()
                .subscribe(
                        _ -> {
                            if (cancel.isFocused() || again.isFocused()) {
                                list.requestFocus();
                            }
                        });
        Standing.only(cancel, model.standingProperty(), Standing.RUNNING);
        again.setTooltip(new Tooltip(Icons.keyed(texts.of("examine.again"), "F5")));
        Standing.only(
                again,
                model.standingProperty(),
                Standing.PASSED,
                Standing.FAILED,
                Standing.CANCELLED);
        HBox head = new HBox(8, back, chevron(), name, chevron(), title, space, cancel, again);
        head.getStyleClass().addAll("page-head", "examine-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node chevron() {
        return Icons.of("fth-chevron-right", 14);
    }

    private Button button(String id, String key, String icon, Runnable action) {
        Button button = new Button(texts.of(key), Icons.of(icon, 14));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox sum() {
        Label head = new Label();
        head.setId("examine-state");
        head.getStyleClass().add("b");
        head.textProperty().bind(model.headProperty());
        Label sum = new Label();
        sum.getStyleClass().addAll("second", "muted");
        sum.setMinWidth(Region.USE_PREF_SIZE);
        sum.textProperty().bind(model.sumProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        model.standingProperty().subscribe(now -> mark.show(mark(now), ""));
        HBox box = new HBox(10, mark, head, space, sum);
        box.getStyleClass().add("check-sum");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Mark mark(Standing standing) {
        return switch (standing) {
            case IDLE -> Mark.STOPPED;
            case RUNNING -> Mark.CONNECTING;
            case PASSED -> Mark.PASSED;
            case FAILED -> Mark.FAILED;
            case CANCELLED -> Mark.SKIPPED;
        };
    }
}
