package dev.portico.desktop.shares;

import dev.portico.desktop.look.Chips;
import dev.portico.desktop.look.FilterField;
import dev.portico.desktop.look.Texts;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar above the table: chips that say how many, and the filter.
final class SharesBar {
    private static final double FILTER = 220;

    private final Chips<Filter.Chip> chips = new Chips<>("chips");
    private final FilterField words;
    private final HBox root;

    SharesBar(SharesModel model, Texts texts) {
        ObjectProperty<Filter> filter = model.filterProperty();
        chips.addCounted(Filter.Chip.ALL, "chip-all", texts.of("chip.all"))
                .addCounted(Filter.Chip.OPEN, "chip-open", texts.of("chip.open"))
                .addCounted(Filter.Chip.NEED_YOU, "chip-need-you", texts.of("chip.need-you"));
        words = new FilterField("filter", texts.of("filter.prompt"), FILTER);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root =
                new HBox(
                        8,
                        chips.follow(
                                filter.map(Filter::chip),
                                chip -> filter.set(filter.get().with(chip))),
                        space,
                        words.follow(
                                filter.map(Filter::words),
                                typed -> filter.set(filter.get().with(typed))),
                        new ColumnsMenu(model.look(), texts).root());
        root.getStyleClass().add("bar");
        root.setAlignment(Pos.CENTER_LEFT);
        model.countsProperty().subscribe(this::show);
    }

    HBox root() {
        return root;
    }

    void focusFilter() {
        words.focus();
    }

    private void show(Counts counts) {
        chips.count(Filter.Chip.ALL, counts.all());
        chips.count(Filter.Chip.OPEN, counts.open());
        chips.count(Filter.Chip.NEED_YOU, counts.needYou());
    }
}
