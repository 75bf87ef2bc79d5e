package dev.portico.desktop.visitors;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.SegmentedControl;
import atlantafx.base.controls.ToggleLabel;

import dev.portico.desktop.look.ByKeys;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/// The head of the page: what is shown, and what can be done with it.
final class VisitorsBar {
    private final VisitorsModel model;
    private final Texts texts;
    private final CustomTextField words = new CustomTextField();
    private final Label now = number();
    private final Label logged = number();
    private final HBox root;

    VisitorsBar(VisitorsModel model, Texts texts, ExportMenu menu) {
        this.model = model;
        this.texts = texts;
        Label title = new Label(texts.of("rail.visitors"));
        title.getStyleClass().addAll("b", "title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        prepareFilter();
        root = new HBox(8, title, chips(), words, space, menu.root());
        HBox.setMargin(title, new Insets(0, 8, 0, 0));
        root.getStyleClass().addAll("page-head", "visitors-head");
        root.setAlignment(Pos.CENTER_LEFT);
        model.factsProperty().subscribe(this::show);
    }

    HBox root() {
        return root;
    }

    void focusFilter() {
        words.requestFocus();
        words.selectAll();
    }

    private void show(VisitorFacts facts) {
        now.setText(String.valueOf(facts.now()));
        logged.setText(String.valueOf(facts.logged()));
    }

    private SegmentedControl chips() {
        SegmentedControl chips =
                new SegmentedControl(
                        chip(VisitorFilter.Chip.EVERYTHING, "everything", null),
                        chip(VisitorFilter.Chip.NOW, "now", now),
                        chip(VisitorFilter.Chip.LOG, "log", logged));
        chips.setId("visitor-chips");
        chips.getStyleClass().add("chips");
        ByKeys.choose(chips);
        chips.setAnimationDuration(Duration.ZERO);
        chips.getToggleGroup()
                .selectedToggleProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                choose((VisitorFilter.Chip) chosen.getUserData());
                            }
                        });
        model.filterProperty()
                .subscribe(
                        filter ->
                                chips.getSegments()
                                        .forEach(
                                                label ->
                                                        label.setSelected(
                                                                label.getUserData()
                                                                        == filter.chip())));
        return chips;
    }

    private void choose(VisitorFilter.Chip chip) {
        model.filterProperty().set(model.filterProperty().get().with(chip));
    }

    private ToggleLabel chip(VisitorFilter.Chip chip, String word, @Nullable Label number) {
        ToggleLabel label = new ToggleLabel(texts.of("visitors.chip." + word), number);
        label.setId("visitors-" + word);
        label.setUserData(chip);
        label.setContentDisplay(ContentDisplay.RIGHT);
        label.setGraphicTextGap(6);
        return label;
    }

    private static Label number() {
        Label number = new Label("0");
        number.getStyleClass().add("count");
        return number;
    }

    private void prepareFilter() {
        words.setId("visitor-filter");
        words.setPromptText(texts.of("visitors.filter"));
        words.setAccessibleText(texts.of("visitors.filter"));
        words.setPrefWidth(260);
        words.getStyleClass().add("small");
        words.setLeft(Icons.of("fth-search", 14));
        Label key = new Label("Ctrl F");
        key.getStyleClass().add("key");
        words.setRight(key);
        words.setText(model.filterProperty().get().words());
        words.textProperty()
                .subscribe(
                        typed ->
                                model.filterProperty()
                                        .set(model.filterProperty().get().with(typed)));
        model.filterProperty()
                .subscribe(
                        filter -> {
                            if (filter.words().isEmpty() && !words.getText().isBlank()) {
                                words.clear();
                            }
                        });
        words.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        words.clear();
                    }
                });
    }
}
