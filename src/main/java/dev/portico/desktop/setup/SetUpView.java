package dev.portico.desktop.setup;

import dev.portico.desktop.look.Choice;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.setup.SetUpModel.Stage;
import dev.portico.desktop.shares.ProblemWords;
import dev.portico.share.Problem;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The set-up of a server in the place of its form: what it is to get, every line, how it goes.
public final class SetUpView {
    private static final double WIDTH = 516;
    private static final int ROWS = 14;

    private final SetUpModel model;
    private final Texts texts;
    private final TextArea script = new TextArea();
    private final VBox lines = new VBox(6);
    private final VBox problem = new VBox(4);
    private final Label title = new Label();
    private final Label intro = wrapped();
    private final VBox root;

    public SetUpView(SetUpModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        script.setId("setup-script");
        script.setEditable(false);
        script.setPrefRowCount(ROWS);
        script.getStyleClass().addAll("mono", "test-raw");
        script.setAccessibleText(texts.of("setup.lines"));
        script.textProperty().bind(model.scriptProperty());
        lines.setId("setup-steps");
        model.lines().addListener((ListChangeListener<SetUpModel.Line>) _ -> showLines());
        model.problemProperty().subscribe(this::show);
        model.serverProperty()
                .subscribe(
                        server ->
                                server.ifPresent(
                                        it -> {
                                            title.setText(
                                                    texts.of("setup.title", "server", it.name()));
                                            intro.setText(
                                                    texts.of("setup.intro", "user", it.user()));
                                        }));
        ScrollPane body = new ScrollPane(body());
        body.setFitToWidth(true);
        body.getStyleClass().add("form-pane");
        VBox.setVgrow(body, Priority.ALWAYS);
        root = new VBox(head(), body, foot());
        VBox.setVgrow(root, Priority.ALWAYS);
    }

    /// Takes the place of what is usually there, while a server is being set up.
    public void standInFor(VBox pane, Node... usual) {
        model.stageProperty()
                .subscribe(
                        (_, now) -> {
                            if (now == Stage.CLOSED) {
                                pane.getChildren().setAll(usual);
                            } else if (!pane.getChildren().contains(root)) {
                                pane.getChildren().setAll(root);
                            }
                        });
        pane.getChildren().setAll(model.stageProperty().get() == Stage.CLOSED ? usual : shown());
    }

    private Node[] shown() {
        return new Node[] {root};
    }

    private HBox head() {
        title.getStyleClass().addAll("b", "title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = Icons.button("fth-x", 16, texts.of("setup.close"), model::close);
        close.setId("setup-close");
        disableUnless(
                close,
                Stage.FIELDS,
                Stage.LOOKING,
                Stage.SHOWN,
                Stage.DONE,
                Stage.UNDO_SHOWN,
                Stage.UNDONE);
        HBox head = new HBox(8, title, space, close);
        head.getStyleClass().addAll("page-head", "form-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private VBox body() {
        Label error = wrapped();
        error.setId("setup-error");
        error.getStyleClass().addAll("bad", "second");
        error.textProperty().bind(model.errorProperty());
        hideEmpty(error);
        Label heading = new Label(texts.of("setup.lines"));
        heading.getStyleClass().add("b");
        heading.setLabelFor(script);
        VBox shown = new VBox(4, heading, script);
        shown.managedProperty().bind(shown.visibleProperty());
        shown.visibleProperty().bind(model.scriptProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox body = new VBox(12, intro, fields(), error, problem, lines, shown);
        body.getStyleClass().add("form");
        body.setMaxWidth(WIDTH);
        return body;
    }

    private HBox fields() {
        TextField user = field("setup-user");
        user.textProperty().bindBidirectional(model.userProperty());
        TextField ports = field("setup-ports");
        ports.textProperty().bindBidirectional(model.portsProperty());
        ComboBox<Boolean> who = new ComboBox<>();
        who.setId("setup-who");
        who.getItems().setAll(false, true);
        who.setConverter(
                new Choice<>(
                        all -> texts.of(all ? "exposure.everyone" : "exposure.only-on-server")));
        who.valueProperty().bindBidirectional(model.everyoneProperty());
        disableUnless(who, Stage.FIELDS);
        HBox row =
                new HBox(
                        12,
                        labelled("setup.user", user),
                        labelled("setup.ports", ports),
                        labelled("setup.who", who));
        row.getChildren().forEach(box -> HBox.setHgrow(box, Priority.ALWAYS));
        return row;
    }

    private TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("mono");
        field.setOnAction(_ -> model.look());
        disableUnless(field, Stage.FIELDS);
        return field;
    }

    private VBox labelled(String key, Control control) {
        Label label = new Label(texts.of(key));
        label.getStyleClass().add("b");
        label.setLabelFor(control);
        control.setAccessibleText(texts.of(key));
        control.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(4, label, control);
        box.setPrefWidth(0);
        return box;
    }

    private HBox foot() {
        Label state = new Label();
        state.setId("setup-state");
        state.getStyleClass().addAll("second", "muted");
        model.stageProperty()
                .subscribe(
                        now ->
                                state.setText(
                                        now == Stage.CLOSED
                                                ? ""
                                                : texts.of(
                                                        "setup.stage."
                                                                + now.name()
                                                                        .toLowerCase(Locale.ROOT)
                                                                        .replace('_', '-'))));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot =
                new HBox(
                        8,
                        state,
                        space,
                        button("setup-undo-show", model::showUndo, Stage.FIELDS, Stage.DONE),
                        accent(button("setup-look", model::look, Stage.FIELDS)),
                        accent(button("setup-apply", model::apply, Stage.SHOWN)),
                        accent(button("setup-undo", model::undo, Stage.UNDO_SHOWN)));
        foot.getStyleClass().add("page-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private Button button(String id, Runnable action, Stage... stages) {
        Button button = new Button(texts.of(id.replaceFirst("-", ".")));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        model.stageProperty().subscribe(now -> button.setVisible(List.of(stages).contains(now)));
        return button;
    }

    private static Button accent(Button button) {
        button.getStyleClass().add("accent");
        return button;
    }

    private void disableUnless(Node node, Stage... stages) {
        model.stageProperty().subscribe(now -> node.setDisable(!List.of(stages).contains(now)));
    }

    private void showLines() {
        lines.getChildren().setAll(model.lines().stream().map(SetUpView::line).toList());
    }

    private static Node line(SetUpModel.Line line) {
        MarkIcon mark = new MarkIcon(14);
        mark.show(line.mark(), "");
        Label words = wrapped();
        words.setText(line.words());
        HBox row = new HBox(8, mark, words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(Optional<Problem> now) {
        problem.setVisible(now.isPresent());
        problem.getChildren().clear();
        now.ifPresent(
                failure -> {
                    ProblemWords words = ProblemWords.of(failure, texts);
                    Label heading = wrapped();
                    heading.setText(words.title());
                    heading.getStyleClass().addAll("bad", "b");
                    Label remedy = wrapped();
                    remedy.setText(words.remedy());
                    problem.getChildren().setAll(heading, remedy);
                    if (!failure.raw().isEmpty()) {
                        Label raw = wrapped();
                        raw.setText(failure.raw());
                        raw.getStyleClass().addAll("mono", "second", "muted");
                        problem.getChildren().add(raw);
                    }
                });
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void hideEmpty(Label label) {
        label.managedProperty().bind(label.visibleProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
    }
}
