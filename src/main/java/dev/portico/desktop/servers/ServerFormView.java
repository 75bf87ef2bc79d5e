package dev.portico.desktop.servers;

import atlantafx.base.controls.CustomTextField;

import dev.portico.desktop.look.Choice;
import dev.portico.desktop.look.FieldMarks;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.servers.ServerForm.Field;
import dev.portico.desktop.servers.ServerForm.Way;
import dev.portico.desktop.setup.SetUpView;
import dev.portico.share.Audience;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import java.io.File;
import java.util.Locale;
import java.util.Optional;

/// The form of one server: a field is judged when it is left, and says itself what is wrong.
final class ServerFormView {
    private static final double WIDTH = 476;

    private final ServersModel model;
    private final ServerForm form;
    private final Texts texts;
    private final Label title = new Label();
    private final Button delete;
    private final Button duplicate;
    private final Button forget;
    private final CustomTextField first;
    private final FieldMarks marks = new FieldMarks();
    private final Button setUp;
    private final SetUpView setUpView;
    private final HBox foot;
    private final VBox root;

    ServerFormView(ServersModel model, Texts texts) {
        this.model = model;
        this.form = model.form();
        this.texts = texts;
        this.delete =
                Icons.button("fth-trash-2", 16, texts.of("servers.delete"), this::deleteShown);
        this.duplicate =
                Icons.button("fth-copy", 16, texts.of("servers.duplicate"), this::duplicateShown);
        duplicate.setId("server-duplicate");
        this.forget = new Button(texts.of("servers.forget"));
        forget.setId("server-forget");
        forget.getStyleClass().add("small");
        forget.setOnAction(_ -> model.selectedProperty().get().ifPresent(model::forget));
        this.setUp = new Button(texts.of("setup.open"));
        setUp.setId("server-setup");
        setUp.getStyleClass().add("small");
        setUp.setOnAction(_ -> model.selectedProperty().get().ifPresent(model::beginSetUp));
        this.setUpView = new SetUpView(model.setUp(), texts);
        this.first = marked(Field.NAME, "");
        first.getStyleClass().remove("mono");
        ScrollPane body = new ScrollPane(fields());
        body.setFitToWidth(true);
        body.getStyleClass().add("form-pane");
        VBox.setVgrow(body, Priority.ALWAYS);
        foot = new ServerFormFoot(model, texts).root();
        root = new VBox();
        setUpView.standInFor(root, head(), body, foot);
    }

    /// @param name of the server that it shows; empty for a new one
    Region root(Optional<String> name) {
        title.setText(name.orElseGet(() -> texts.of("servers.new")));
        delete.setVisible(name.isPresent());
        duplicate.setVisible(name.isPresent());
        forget.setVisible(name.isPresent());
        setUp.setVisible(name.isPresent());
        model.setUp().close();
        return root;
    }

    double barHeight() {
        return foot.getHeight();
    }

    void focus() {
        first.requestFocus();
    }

    private HBox head() {
        title.getStyleClass().addAll("b", "title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        delete.getStyleClass().add("danger");
        HBox head = new HBox(8, title, space, setUp, forget, duplicate, delete);
        head.getStyleClass().addAll("page-head", "form-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private VBox fields() {
        VBox fields =
                new VBox(
                        12,
                        judged(
                                FormRows.row(
                                        FormRows.grows(plain("form.name", first)),
                                        FormRows.wide(plain("form.default", who()), 190)),
                                Field.NAME),
                        judged(address(), Field.HOST, Field.PORT, Field.USER),
                        judged(signIn(), Field.KEY),
                        judged(
                                plain(
                                        "form.link",
                                        marked(Field.LINK, "https://{port}.demo.example.com")),
                                Field.LINK),
                        hint("form.link.hint"),
                        judged(places(), Field.PUBLIC, Field.PORTS),
                        advanced(),
                        new ThroughView(model, texts).root());
        fields.getStyleClass().add("form");
        fields.setMaxWidth(WIDTH + 40);
        return fields;
    }

    private Node advanced() {
        return new AdvancedFormView(
                        form,
                        texts,
                        judged(
                                plain(
                                        "form.jump",
                                        marked(Field.JUMP, "gate, me@inner.example.com")),
                                Field.JUMP),
                        judged(
                                plain(
                                        "form.proxy",
                                        marked(Field.PROXY, "socks5://me@proxy.example.com:1080")),
                                Field.PROXY),
                        hint("form.proxy.hint"),
                        judged(
                                FormRows.row(
                                        FormRows.half(
                                                plain(
                                                        "form.timeout",
                                                        marked(Field.CONNECT_TIMEOUT, "15"))),
                                        FormRows.half(
                                                plain(
                                                        "form.dead-after",
                                                        marked(Field.DEAD_AFTER, "6")))),
                                Field.CONNECT_TIMEOUT,
                                Field.DEAD_AFTER),
                        hint("form.dead-after.hint"))
                .root();
    }

    private ComboBox<Audience> who() {
        ComboBox<Audience> who = new ComboBox<>();
        who.getItems().setAll(Audience.ONLY_ON_SERVER, Audience.EVERYONE);
        who.setConverter(
                new Choice<>(
                        audience ->
                                texts.of(
                                        audience == Audience.EVERYONE
                                                ? "exposure.everyone"
                                                : "exposure.only-on-server")));
        who.valueProperty().bindBidirectional(form.audienceProperty());
        return who;
    }

    private Node address() {
        return FormRows.row(
                FormRows.grows(plain("form.host", marked(Field.HOST, "demo.example.com"))),
                FormRows.wide(plain("form.port", marked(Field.PORT, "22")), 84),
                FormRows.wide(plain("form.user", marked(Field.USER, "")), 118));
    }

    private Node places() {
        return FormRows.row(
                FormRows.grows(
                        plain("form.public", marked(Field.PUBLIC, texts.of("form.public.prompt")))),
                FormRows.wide(
                        plain("form.ports", marked(Field.PORTS, texts.of("form.ports.prompt"))),
                        190));
    }

    private Node signIn() {
        ComboBox<Way> way = new ComboBox<>();
        way.setId("server-way");
        way.getItems().setAll(Way.values());
        way.setConverter(new Choice<>(each -> texts.of(wayKey(each))));
        way.valueProperty().bindBidirectional(form.wayProperty());
        CustomTextField key = text(Field.KEY, "~/.ssh/id_ed25519");
        Button browse = Icons.button("fth-folder", 16, texts.of("form.key.browse"), this::browse);
        browse.setFocusTraversable(false);
        key.setRight(browse);
        marks.watch(key, form.errorProperty(Field.KEY));
        VBox keyField = plain("form.key", key);
        form.wayProperty().subscribe(chosen -> keyField.setVisible(chosen == Way.KEY_FILE));
        return FormRows.row(
                FormRows.wide(plain("form.sign-in", way), 190), FormRows.grows(keyField));
    }

    static String wayKey(Way way) {
        return switch (way) {
            case AUTOMATIC -> "form.way.automatic";
            case KEY_FILE -> "form.way.key-file";
            case AGENT -> "form.way.agent";
            case PASSWORD -> "form.way.password";
        };
    }

    private CustomTextField text(Field field, String prompt) {
        CustomTextField text = new CustomTextField();
        text.setId("server-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        text.setPromptText(prompt);
        text.getStyleClass().add("mono");
        text.textProperty().bindBidirectional(form.valueProperty(field));
        text.setOnAction(_ -> model.save());
        text.focusedProperty()
                .subscribe(
                        (was, _) -> {
                            if (was) {
                                form.judge(field);
                            }
                        });
        return text;
    }

    private CustomTextField marked(Field field, String prompt) {
        CustomTextField text = text(field, prompt);
        marks.watch(text, form.errorProperty(field));
        return text;
    }

    /// What is wrong stands below the whole row: there is room for a sentence.
    private VBox judged(Node row, Field... fields) {
        VBox box = new VBox(4, row);
        for (Field field : fields) {
            Label error = new Label();
            error.getStyleClass().addAll("bad", "second");
            error.setWrapText(true);
            error.setMinHeight(Region.USE_PREF_SIZE);
            error.managedProperty().bind(error.visibleProperty());
            error.textProperty().bind(form.errorProperty(field));
            error.visibleProperty().bind(form.errorProperty(field).isNotEmpty());
            box.getChildren().add(error);
        }
        return box;
    }

    private VBox plain(String key, Control control) {
        Label label = new Label(texts.of(key));
        label.getStyleClass().add("b");
        label.setLabelFor(control);
        control.setAccessibleText(texts.of(key));
        control.setMaxWidth(Double.MAX_VALUE);
        return new VBox(4, label, control);
    }

    private Label hint(String key) {
        Label hint = new Label(texts.of(key));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("caption", "hint");
        return hint;
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of("form.key.browse"));
        File ssh = new File(System.getProperty("user.home"), ".ssh");
        if (ssh.isDirectory()) {
            chooser.setInitialDirectory(ssh);
        }
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            form.valueProperty(Field.KEY).set(chosen.getPath());
            form.judge(Field.KEY);
        }
    }

    private void duplicateShown() {
        model.selectedProperty().get().ifPresent(model::duplicate);
        focus();
    }

    private void deleteShown() {
        model.selectedProperty().get().ifPresent(model::delete);
    }
}
