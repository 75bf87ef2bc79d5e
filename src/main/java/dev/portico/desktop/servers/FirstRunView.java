package dev.portico.desktop.servers;

import atlantafx.base.controls.CustomTextField;

import dev.portico.desktop.look.Choice;
import dev.portico.desktop.look.FieldMarks;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.servers.ServerForm.Way;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/// What a new user sees: how it works, a first link by one click, or an own server in three fields.
public final class FirstRunView {
    private final FirstRunModel model;
    private final Texts texts;
    private final FieldMarks marks = new FieldMarks();
    private final StackPane root;

    public FirstRunView(FirstRunModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label title = new Label(texts.of("first.title"));
        title.getStyleClass().addAll("b", "first-title");
        Label below = new Label(texts.of("first.below"));
        below.getStyleClass().addAll("muted", "first-below");
        HBox cards = new HBox(16, tryIt(), ownServer());
        cards.setAlignment(Pos.CENTER);
        cards.setMaxWidth(Region.USE_PREF_SIZE);
        VBox page = new VBox(title, below, route(), cards);
        page.setAlignment(Pos.TOP_CENTER);
        page.getStyleClass().add("first-run");
        root = new StackPane(page);
    }

    public Region root() {
        return root;
    }

    private HBox route() {
        HBox route =
                new HBox(
                        hop("fth-users", "first.visitors", "first.visitors.below"),
                        arrow(),
                        hop("fth-server", "first.server", "first.server.below"),
                        arrow(),
                        hop("fth-monitor", "first.computer", "first.computer.below"),
                        arrow(),
                        hop("fth-box", "first.service", "first.service.below"));
        route.setAlignment(Pos.TOP_CENTER);
        route.getStyleClass().add("first-route");
        return route;
    }

    private VBox hop(String icon, String title, String below) {
        Label first = new Label(texts.of(title));
        first.getStyleClass().add("b");
        Label second = new Label(texts.of(below));
        second.getStyleClass().addAll("second", "muted");
        VBox hop = new VBox(Icons.of(icon, 24), first, second);
        hop.setAlignment(Pos.TOP_CENTER);
        hop.getStyleClass().add("first-hop");
        return hop;
    }

    private static StackPane arrow() {
        Line line = new Line(0, 0, 90, 0);
        Polygon head = new Polygon(0, -3.5, 6, 0, 0, 3.5);
        HBox arrow = new HBox(line, head);
        arrow.setAlignment(Pos.CENTER);
        arrow.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane pane = new StackPane(arrow);
        pane.getStyleClass().add("first-arrow");
        return pane;
    }

    private VBox tryIt() {
        Label text = new Label(texts.of("first.try.text"));
        text.setWrapText(true);
        text.getStyleClass().add("muted");
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button get = new Button(texts.of("first.try.button"), Icons.of("fth-play", 16));
        get.setId("first-link");
        get.getStyleClass().add("accent");
        get.setMaxWidth(Double.MAX_VALUE);
        get.setOnAction(
                _ -> {
                    get.setDisable(true);
                    model.getFirstLink();
                });
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Label foot = new Label(texts.of("first.try.foot"));
        foot.getStyleClass().add("caption");
        HBox footBox = new HBox(foot);
        footBox.setAlignment(Pos.CENTER);
        VBox points = new VBox(8, point("first.try.1"), point("first.try.2"), point("first.try.3"));
        VBox card = card("fth-zap", "first.try.title", text, points, space, get, footBox);
        card.getStyleClass().add("first-try");
        card.setPrefWidth(352);
        return card;
    }

    private HBox point(String key) {
        Label words = new Label(texts.of(key));
        words.getStyleClass().addAll("second", "muted");
        HBox point = new HBox(8, Icons.of("fth-check", 14), words);
        point.setAlignment(Pos.CENTER_LEFT);
        return point;
    }

    private VBox ownServer() {
        CustomTextField host = text("first-host", "demo.example.com");
        host.textProperty().bindBidirectional(model.hostProperty());
        marks.watch(host, model.errorProperty());
        CustomTextField user = text("first-user", "");
        user.textProperty().bindBidirectional(model.userProperty());
        user.setPrefWidth(140);
        VBox hostField = labelled("first.own.server", host);
        HBox.setHgrow(hostField, Priority.ALWAYS);
        Button save = new Button(texts.of("first.own.save"), Icons.of("fth-check", 16));
        save.setId("first-save");
        save.setOnAction(_ -> model.saveServer());
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Label foot = new Label(texts.of("first.own.foot"));
        foot.getStyleClass().add("caption");
        VBox card =
                card(
                        "fth-server",
                        "first.own.title",
                        new HBox(8, hostField, labelled("form.user", user)),
                        labelled("form.sign-in", way()),
                        hint(),
                        space,
                        save,
                        foot);
        card.setPrefWidth(472);
        return card;
    }

    private ComboBox<Way> way() {
        ComboBox<Way> way = new ComboBox<>();
        way.getItems().setAll(Way.AUTOMATIC, Way.AGENT, Way.PASSWORD);
        way.setConverter(new Choice<>(each -> texts.of(ServerFormView.wayKey(each))));
        way.valueProperty().bindBidirectional(model.wayProperty());
        way.setMaxWidth(Double.MAX_VALUE);
        return way;
    }

    private Label hint() {
        Label hint = new Label();
        hint.setWrapText(true);
        hint.getStyleClass().add("caption");
        hint.setMinHeight(Region.USE_PREF_SIZE);
        model.errorProperty()
                .subscribe(
                        error -> {
                            hint.setText(error.isEmpty() ? texts.of("first.own.hint") : error);
                            FieldMarks.colour(hint, !error.isEmpty());
                        });
        return hint;
    }

    private VBox card(String icon, String titleKey, Node... body) {
        Label title = new Label(texts.of(titleKey));
        title.getStyleClass().addAll("b", "title");
        HBox head = new HBox(8, Icons.of(icon, 18), title);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(12, head);
        card.getChildren().addAll(body);
        card.getStyleClass().add("first-card");
        return card;
    }

    private CustomTextField text(String id, String prompt) {
        CustomTextField field = new CustomTextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setOnAction(_ -> model.saveServer());
        return field;
    }

    private VBox labelled(String key, Control control) {
        Label label = new Label(texts.of(key));
        label.getStyleClass().add("caption");
        label.setLabelFor(control);
        control.setAccessibleText(texts.of(key));
        return new VBox(4, label, control);
    }
}
