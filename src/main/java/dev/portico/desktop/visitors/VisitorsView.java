package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The view of all visitors.
public final class VisitorsView {
    private final VisitorsModel model;
    private final Texts texts;
    private final VisitorsBar bar;
    private final VisitorTable table;
    private final LogFoot foot;
    private final VBox root;

    public VisitorsView(VisitorsModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.bar = new VisitorsBar(model, texts, new ExportMenu(model, texts));
        this.table = new VisitorTable(model, texts);
        this.foot = new LogFoot(model, texts, dialogs);
        VBox.setVgrow(table.root(), Priority.ALWAYS);
        root = new VBox(bar.root(), table.root(), foot.root());
        model.filterProperty().subscribe(_ -> explain());
        model.factsProperty().subscribe(_ -> explain());
    }

    public Region root() {
        return root;
    }

    /// How much of its foot has buttons.
    public double barHeight() {
        return foot.root().getHeight();
    }

    public void focusFilter() {
        bar.focusFilter();
    }

    private void explain() {
        VisitorFilter filter = model.filterProperty().get();
        boolean searched = !filter.words().isEmpty();
        Label words = new Label(texts.of(searched ? "visitors.none.filter" : empty(filter)));
        words.getStyleClass().add("muted");
        VBox box = new VBox(8, words);
        box.setAlignment(Pos.CENTER);
        if (searched) {
            Button clear = new Button(texts.of("empty.filter.clear"));
            clear.getStyleClass().add("small");
            clear.setOnAction(_ -> model.filterProperty().set(filter.with("")));
            box.getChildren().add(clear);
        }
        table.placeholder(box);
    }

    private String empty(VisitorFilter filter) {
        boolean off = !model.factsProperty().get().logOn();
        return switch (filter.chip()) {
            case EVERYTHING, LOG -> off ? "visitors.none.off" : "visitors.none";
            case NOW -> "visitors.none.now";
        };
    }
}
