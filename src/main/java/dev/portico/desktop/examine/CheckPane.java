package dev.portico.desktop.examine;

import dev.portico.desktop.examine.Mending.Block;
import dev.portico.desktop.look.CodeBlock;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chosen check in full: what is wrong, why, and the lines that mend it.
final class CheckPane {
    private static final double WIDTH = 640;

    private final ExamineModel model;
    private final Texts texts;
    private final MarkIcon mark = new MarkIcon(16);
    private final Label title = wrapped("b", "title");
    private final Label words = wrapped("muted");
    private final VBox body = new VBox(16);
    private final ScrollPane root = new ScrollPane(body);
    private @Nullable CheckLine shown;

    CheckPane(ExamineModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        title.setId("examine-title");
        words.setId("examine-words");
        body.getStyleClass().add("check-pane");
        body.setMaxWidth(WIDTH);
        root.setFitToWidth(true);
        root.setPrefWidth(0); // what the list leaves
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("form-pane");
        model.shownProperty().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    /// Where nothing is chosen, what an examination does.
    private void show(Optional<CheckLine> line) {
        CheckLine now = line.orElse(null);
        if (now != null && shown != null && now.mending().equals(shown.mending())) {
            head(now);
        } else {
            body.getChildren().setAll(line.map(this::parts).orElseGet(() -> List.of(note())));
            if (now == null || shown == null || now.check() != shown.check()) {
                root.setVvalue(0);
            }
        }
        shown = now;
    }

    private List<Node> parts(CheckLine line) {
        head(line);
        HBox head = new HBox(8, new VBox(mark), title);
        head.getStyleClass().add("check-head");
        List<Node> parts = new ArrayList<>(List.of(head));
        line.mending()
                .ifPresentOrElse(mending -> parts.addAll(parts(mending)), () -> parts.add(words));
        return parts;
    }

    private void head(CheckLine line) {
        mark.show(line.mark(), line.state());
        title.setText(line.mending().map(Mending::title).orElseGet(line::label));
        words.setText(line.words());
    }

    private List<Node> parts(Mending mending) {
        List<Node> parts = new ArrayList<>();
        parts.add(section(texts.of("examine.cause"), text("examine-cause", mending.cause())));
        if (!mending.saidLabel().isEmpty()) {
            CodeBlock said = new CodeBlock();
            said.show(mending.said());
            said.setId("examine-said");
            said.setAccessibleText(mending.saidLabel());
            parts.add(section(mending.saidLabel(), said));
        }
        VBox cure = section(texts.of("examine.cure"), text("examine-remedy", mending.remedy()));
        mending.blocks().forEach(block -> cure.getChildren().add(block(block, mending)));
        parts.add(cure);
        if (!mending.copied().isEmpty()) {
            parts.add(copy(mending));
        }
        return parts;
    }

    private VBox block(Block block, Mending mending) {
        Label place = wrapped("second", "muted");
        place.setText(block.place());
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, place);
        head.setAlignment(Pos.BOTTOM_LEFT);
        if (mending.blocks().size() > 1) {
            head.getChildren()
                    .add(
                            Icons.button(
                                    "fth-copy",
                                    14,
                                    texts.of("panel.copy"),
                                    () -> model.copy(block.lines())));
        }
        CodeBlock lines = new CodeBlock();
        lines.show(block.lines());
        lines.setAccessibleText(block.place());
        VBox box = new VBox(4, head, lines);
        box.getStyleClass().add("check-block");
        return box;
    }

    private Button copy(Mending mending) {
        Button copy =
                new Button(
                        texts.of(mending.blocks().isEmpty() ? "test.copy" : "panel.copy"),
                        Icons.of("fth-copy", 14));
        copy.setId("examine-copy");
        copy.getStyleClass().add("small");
        copy.setOnAction(_ -> model.copy(mending.copied()));
        return copy;
    }

    private HBox note() {
        Label what = wrapped("second");
        what.setText(texts.of("examine.note"));
        HBox note = new HBox(8, Icons.of("fth-info", 14), what);
        note.getStyleClass().add("test-note");
        return note;
    }

    private static VBox section(String heading, Node content) {
        Label label = new Label(heading);
        label.getStyleClass().addAll("b", "second");
        return new VBox(4, label, content);
    }

    private static Label text(String id, String words) {
        Label label = wrapped();
        label.setId(id);
        label.setText(words);
        return label;
    }

    private static Label wrapped(String... styles) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
