package dev.portico.desktop.shares;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;
import dev.portico.interop.RemoteText;
import dev.portico.interop.SshLine;
import dev.portico.share.Audience;
import dev.portico.share.Server;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// What a pasted ssh line was understood as, or where it is wrong.
final class PastePanel {
    private static final int CONTEXT = 24;
    private static final int WIDEST = 78;
    private static final Insets NEXT_SHARE = new Insets(10, 0, 0, 0);

    private final ComposerModel model;
    private final Texts texts;
    private final VBox root = new VBox();

    PastePanel(ComposerModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root.getStyleClass().add("paste-panel");
    }

    Region root() {
        return root;
    }

    void show(String text, SshLine line) {
        switch (line) {
            case SshLine.Understood read -> show(read);
            case SshLine.Wrong wrong -> show(text, wrong);
        }
    }

    private void show(SshLine.Understood line) {
        HBox head =
                head(Mark.PASSED, texts.count("paste.title", line.forwards().size()), "paste-ok");
        if (model.pasted().canFill(line)) {
            Button fill = new Button(texts.of("paste.fill"));
            fill.setId("paste-fill");
            fill.setFocusTraversable(false);
            fill.setOnAction(_ -> model.fill(line));
            head.getChildren().add(fill);
        }
        head.getChildren().add(shareButton());
        GridPane grid = new GridPane(16, 10);
        grid.getStyleClass().add("paste-grid");
        addServer(grid, line);
        line.forwards().forEach(forward -> addForward(grid, forward));
        root.getChildren().setAll(head, grid, foot(line));
    }

    private HBox foot(SshLine.Understood line) {
        Label ignored = label("caption");
        if (!line.ignored().isEmpty()) {
            String options = String.join(", ", line.ignored());
            ignored.setText(texts.of("paste.ignored", "options", options));
        }
        ignored.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label nothing = nothingRun();
        HBox foot = new HBox(16, ignored, space, nothing);
        foot.getStyleClass().add("paste-foot");
        return foot;
    }

    private Button shareButton() {
        Label key = new Label(texts.of("paste.enter"));
        key.getStyleClass().addAll("mono", "paste-key");
        HBox graphic =
                new HBox(8, Icons.of("fth-share-2", 16), text(texts.of("composer.share")), key);
        graphic.setAlignment(Pos.CENTER);
        Button share = new Button(null, graphic);
        share.setId("paste-share");
        share.setFocusTraversable(false);
        share.setAccessibleText(texts.of("composer.share"));
        share.getStyleClass().add("accent");
        share.setOnAction(_ -> model.submit());
        return share;
    }

    private void addServer(GridPane grid, SshLine.Understood line) {
        Optional<Server> saved = model.pasted().saved(line);
        String remark =
                saved.map(server -> texts.of("paste.saved", "name", server.name()))
                        .orElse(texts.of("paste.new"));
        row(grid, "composer.server", code(saved.orElse(line.server()).address()), remark);
    }

    private void addForward(GridPane grid, RemoteText forward) {
        row(
                grid,
                "composer.target",
                code(forward.target().text()),
                model.listeningAt(forward.target())
                        .map(port -> PortWords.of(port, texts))
                        .orElse(""));
        int port = forward.port().orElse(0);
        Label number =
                port == 0 ? text(texts.of("composer.port.automatic")) : code(String.valueOf(port));
        row(grid, "composer.port", number, "");
        Audience audience = Audience.of(PastedLine.bind(forward));
        Label who =
                audience == Audience.ONE_ADDRESS
                        ? code(PastedLine.bind(forward))
                        : text(texts.of(WhoWriter.key(audience)));
        who.setGraphic(Icons.of(WhoWriter.icon(audience), 16));
        row(
                grid,
                "composer.who",
                who,
                audience == Audience.ONLY_ON_SERVER
                        ? texts.of("paste.everyone", "port", String.valueOf(port))
                        : "");
    }

    private void row(GridPane grid, String key, Label value, String remark) {
        Label name = text(texts.of(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        value.getStyleClass().add("b");
        value.setMinWidth(Region.USE_PREF_SIZE);
        Label more = text(remark);
        more.getStyleClass().addAll("muted", "paste-remark");
        HBox cell = new HBox(8, value, more);
        cell.setAlignment(Pos.CENTER_LEFT);
        if (key.equals("composer.target") && grid.getRowCount() > 1) {
            GridPane.setMargin(name, NEXT_SHARE);
            GridPane.setMargin(cell, NEXT_SHARE);
        }
        grid.addRow(grid.getRowCount(), name, cell);
    }

    private void show(String text, SshLine.Wrong wrong) {
        HBox head = head(Mark.FAILED, wrong.why().title(texts.locale()), "paste-wrong");
        int from = Math.max(0, Math.min(wrong.offset() - CONTEXT, text.length() - WIDEST));
        int to = Math.min(text.length(), from + WIDEST);
        Label line = code((from > 0 ? "…" : "") + text.substring(from, to));
        int before = wrong.offset() - from + (from > 0 ? 1 : 0);
        int length = Math.clamp(wrong.length(), 1, Math.max(1, to - wrong.offset()));
        Label caret = code(" ".repeat(before) + "^".repeat(length));
        caret.getStyleClass().add("bad");
        VBox box = new VBox(line, caret);
        box.getStyleClass().addAll("code", "paste-code");
        HBox foot = new HBox(12);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("paste-foot");
        wrong.better()
                .ifPresent(
                        better -> {
                            Label right = code(better);
                            right.getStyleClass().add("paste-better");
                            box.getChildren().add(right);
                            foot.getChildren().add(useButton(better));
                        });
        foot.getChildren().add(nothingRun());
        VBox middle = new VBox(box);
        middle.getStyleClass().add("paste-middle");
        root.getChildren().setAll(head, middle, foot);
    }

    private Button useButton(String better) {
        Button use = new Button(texts.of("paste.use"), Icons.of("fth-check", 16));
        use.setId("paste-use");
        use.setFocusTraversable(false);
        use.setOnAction(_ -> model.targetProperty().set(better));
        return use;
    }

    private Label nothingRun() {
        Label nothing = text(texts.of("paste.nothing-run"));
        nothing.getStyleClass().addAll("muted", "paste-remark");
        nothing.setMinWidth(Region.USE_PREF_SIZE);
        return nothing;
    }

    private HBox head(Mark mark, String title, String style) {
        MarkIcon icon = new MarkIcon(16);
        icon.show(mark, "");
        Label words = text(title);
        words.getStyleClass().add("b");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(8, (Node) icon, words);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("paste-head", style);
        return head;
    }

    private static Label text(String words) {
        return new Label(words);
    }

    private static Label code(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("mono");
        return label;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}
