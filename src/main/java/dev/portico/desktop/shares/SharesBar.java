package dev.portico.desktop.shares;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.SegmentedControl;
import atlantafx.base.controls.ToggleLabel;

import dev.portico.desktop.look.ByKeys;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import java.util.EnumMap;
import java.util.Map;

/// The bar above the table: chips that say how many, and the filter.
final class SharesBar {
    private final SharesModel model;
    private final Texts texts;
    private final Map<Filter.Chip, Label> numbers = new EnumMap<>(Filter.Chip.class);
    private final CustomTextField words = new CustomTextField();
    private final HBox root;

    SharesBar(SharesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root = new HBox(8, chips(), space, filter(), new ColumnsMenu(model.look(), texts).root());
        root.getStyleClass().add("bar");
        root.setAlignment(Pos.CENTER_LEFT);
        model.countsProperty().subscribe(this::show);
    }

    HBox root() {
        return root;
    }

    void focusFilter() {
        words.requestFocus();
        words.selectAll();
    }

    private SegmentedControl chips() {
        SegmentedControl chips =
                new SegmentedControl(
                        chip(Filter.Chip.ALL, "chip.all"),
                        chip(Filter.Chip.OPEN, "chip.open"),
                        chip(Filter.Chip.NEED_YOU, "chip.need-you"));
        chips.setId("chips");
        chips.getStyleClass().add("chips");
        ByKeys.choose(chips);
        chips.setAnimationDuration(Duration.ZERO);
        chips.getToggleGroup()
                .selectedToggleProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                Filter.Chip chip = (Filter.Chip) chosen.getUserData();
                                model.filterProperty().set(model.filterProperty().get().with(chip));
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

    private ToggleLabel chip(Filter.Chip chip, String key) {
        Label number = new Label("0");
        number.getStyleClass().add("count");
        numbers.put(chip, number);
        ToggleLabel label = new ToggleLabel(texts.of(key), number);
        label.setContentDisplay(ContentDisplay.RIGHT);
        label.setGraphicTextGap(6);
        label.setUserData(chip);
        return label;
    }

    private CustomTextField filter() {
        words.setId("filter");
        words.setPromptText(texts.of("filter.prompt"));
        words.setAccessibleText(texts.of("filter.prompt"));
        words.setPrefWidth(220);
        words.getStyleClass().add("small");
        words.setLeft(Icons.of("fth-search", 14));
        Label key = new Label("Ctrl F");
        key.getStyleClass().add("key");
        words.setRight(key);
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
        return words;
    }

    private void show(Counts counts) {
        set(Filter.Chip.ALL, counts.all());
        set(Filter.Chip.OPEN, counts.open());
        set(Filter.Chip.NEED_YOU, counts.needYou());
    }

    private void set(Filter.Chip chip, int number) {
        Label label = numbers.get(chip);
        if (label != null) {
            label.setText(String.valueOf(number));
        }
    }
}
