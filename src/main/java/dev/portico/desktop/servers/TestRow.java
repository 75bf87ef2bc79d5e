package dev.portico.desktop.servers;

import dev.portico.desktop.look.CodeBlock;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.ProblemWords;
import dev.portico.share.Problem;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/// One step of the test: what it is, what came of it, how long it took, and what cures it.
final class TestRow {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Texts texts;
    private final Consumer<Problem> copy;
    private final MarkIcon mark = new MarkIcon(14);
    private final Label title = new Label();
    private final Label time = new Label();
    private final Label words = wrapped();
    private final Label remedy = wrapped();
    private final Label said = new Label();
    private final CodeBlock raw = new CodeBlock();
    private final Button cure = new Button();
    private final VBox help = new VBox(6);
    private final HBox root;
    private @Nullable TestLine shown;

    /// @param last no line leads on from it
    TestRow(Texts texts, Consumer<Problem> copy, boolean last) {
        this.texts = texts;
        this.copy = copy;
        title.getStyleClass().add("b");
        time.getStyleClass().addAll("mono", "muted", "test-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        words.getStyleClass().addAll("second", "muted", "test-words");
        remedy.getStyleClass().add("second");
        said.getStyleClass().add("caption");
        cure.setText(texts.of("test.copy"));
        cure.setGraphic(Icons.of("fth-copy", 14));
        cure.getStyleClass().add("small");
        hideEmpty(words, said);
        raw.managedProperty().bind(raw.visibleProperty());
        raw.visibleProperty().bind(said.visibleProperty());
        help.getChildren().setAll(remedy, cure, said, raw);
        help.managedProperty().bind(help.visibleProperty());
        help.getStyleClass().add("test-help");
        root = new HBox(10, rail(last), body());
        root.getStyleClass().add("test-row");
    }

    Region root() {
        return root;
    }

    void show(TestLine line) {
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        mark.show(line.mark(), line.state());
        title.setText(line.title());
        time.setText(line.time());
        words.setText(line.words());
        words.pseudoClassStateChanged(WRONG, line.problem().isPresent());
        help.setVisible(line.problem().isPresent());
        line.problem().ifPresent(this::help);
        root.setId("test-" + line.check().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void help(Problem problem) {
        ProblemWords of = ProblemWords.of(problem, texts);
        remedy.setText(of.remedy());
        said.setText(of.rawLabel());
        raw.show(problem.raw());
        cure.setOnAction(_ -> copy.accept(problem));
    }

    private VBox rail(boolean last) {
        Region line = new Region();
        line.getStyleClass().add("test-line");
        line.setVisible(!last);
        VBox.setVgrow(line, Priority.ALWAYS);
        VBox rail = new VBox(4, mark, line);
        rail.setAlignment(Pos.TOP_CENTER);
        rail.getStyleClass().add("test-rail");
        return rail;
    }

    private VBox body() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox body = new VBox(1, new HBox(8, title, space, time), words, help);
        body.setMinWidth(0);
        HBox.setHgrow(body, Priority.ALWAYS);
        body.getStyleClass().add("test-body");
        return body;
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void hideEmpty(Label... labels) {
        for (Label label : labels) {
            label.managedProperty().bind(label.visibleProperty());
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
        }
    }
}
