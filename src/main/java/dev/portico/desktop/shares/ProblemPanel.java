package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;
import dev.portico.share.Problem;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The problem of the selected share in full: what it is, what to do, and what the server said.
final class ProblemPanel {
    private final Texts texts;
    private final BiConsumer<ShareRow, Remedy> cure;
    private final Consumer<ShareRow> copy;
    private final Label title = new Label();
    private final Label remedy = new Label();
    private final Label said = new Label();
    private final TextField raw = new TextField();
    private final Button button = new Button();
    private final Button second = new Button();
    private final Button lines = new Button();
    private final VBox root;
    private Subscription subscription = Subscription.EMPTY;

    /// @param copy takes what is to be done elsewhere, line by line
    ProblemPanel(Texts texts, BiConsumer<ShareRow, Remedy> cure, Consumer<ShareRow> copy) {
        this.texts = texts;
        this.cure = cure;
        this.copy = copy;
        title.getStyleClass().add("b");
        title.setId("problem-title");
        remedy.setId("problem-remedy");
        remedy.getStyleClass().add("muted");
        raw.setId("problem-raw");
        raw.setEditable(false);
        raw.getStyleClass().addAll("mono", "code");
        said.getStyleClass().add("caption");
        for (Label label : new Label[] {title, remedy}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        said.managedProperty().bind(raw.visibleProperty());
        said.visibleProperty().bind(raw.visibleProperty());
        raw.managedProperty().bind(raw.visibleProperty());
        root = new VBox(new VBox(4, head(), remedy), new VBox(4, said, raw));
        root.getStyleClass().add("problem-panel");
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
    }

    Region root() {
        return root;
    }

    void follow(@Nullable ShareRow row) {
        subscription.unsubscribe();
        subscription =
                row == null
                        ? Subscription.EMPTY
                        : row.textProperty().subscribe(text -> show(row, text));
        if (row == null) {
            root.setVisible(false);
        }
    }

    private HBox head() {
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("problem-cure");
        button.getStyleClass().addAll("small", "accent");
        second.setMinWidth(Region.USE_PREF_SIZE);
        second.setId("problem-again");
        second.getStyleClass().add("small");
        second.managedProperty().bind(second.visibleProperty());
        button.managedProperty().bind(button.visibleProperty());
        lines.setMinWidth(Region.USE_PREF_SIZE);
        lines.setId("problem-copy");
        lines.getStyleClass().add("small");
        lines.setText(texts.of("panel.copy"));
        lines.managedProperty().bind(lines.visibleProperty());
        HBox head = new HBox(8, title, lines, second, button);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(ShareRow row, RowText text) {
        Optional<Problem> problem = text.problem();
        root.setVisible(problem.isPresent());
        problem.ifPresent(
                of -> {
                    ProblemWords words = ProblemWords.of(of, texts);
                    title.setText(words.title());
                    remedy.setText(words.remedy());
                    lines.setVisible(words.remedy().indexOf('\n') >= 0);
                    lines.setOnAction(_ -> copy.accept(row));
                    raw.setText(of.raw());
                    said.setText(words.rawLabel());
                    raw.setAccessibleText(words.rawLabel());
                    raw.setVisible(!words.rawLabel().isEmpty());
                });
        List<Remedy> remedies = text.link().remedies();
        offer(button, row, remedies.stream().findFirst());
        offer(second, row, remedies.stream().skip(1).findFirst());
    }

    private void offer(Button place, ShareRow row, Optional<Remedy> remedy) {
        place.setVisible(remedy.isPresent());
        remedy.ifPresent(
                what -> {
                    place.setText(texts.of(what.key()));
                    place.setOnAction(_ -> cure.accept(row, what));
                });
    }
}
