package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Chips;
import dev.portico.desktop.look.FilterField;
import dev.portico.desktop.look.Texts;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of the page: what is shown, and what can be done with it.
final class VisitorsBar {
    private static final double FILTER = 260;

    private final Chips<VisitorFilter.Chip> chips = new Chips<>("visitor-chips");
    private final FilterField words;
    private final HBox root;

    VisitorsBar(VisitorsModel model, Texts texts, ExportMenu menu) {
        ObjectProperty<VisitorFilter> filter = model.filterProperty();
        Label title = new Label(texts.of("rail.visitors"));
        title.getStyleClass().addAll("b", "title");
        chips.add(
                        VisitorFilter.Chip.EVERYTHING,
                        "visitors-everything",
                        texts.of("visitors.chip.everything"))
                .addCounted(VisitorFilter.Chip.NOW, "visitors-now", texts.of("visitors.chip.now"))
                .addCounted(VisitorFilter.Chip.LOG, "visitors-log", texts.of("visitors.chip.log"));
        words = new FilterField("visitor-filter", texts.of("visitors.filter"), FILTER);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root =
                new HBox(
                        8,
                        title,
                        chips.follow(
                                filter.map(VisitorFilter::chip),
                                chip -> filter.set(filter.get().with(chip))),
                        words.follow(
                                filter.map(VisitorFilter::words),
                                typed -> filter.set(filter.get().with(typed))),
                        space,
                        menu.root());
        HBox.setMargin(title, new Insets(0, 8, 0, 0));
        root.getStyleClass().addAll("page-head", "visitors-head");
        root.setAlignment(Pos.CENTER_LEFT);
        model.factsProperty().subscribe(this::show);
    }

    HBox root() {
        return root;
    }

    void focusFilter() {
        words.focus();
    }

    private void show(VisitorFacts facts) {
        chips.count(VisitorFilter.Chip.NOW, facts.now());
        chips.count(VisitorFilter.Chip.LOG, facts.logged());
    }
}
