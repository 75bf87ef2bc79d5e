package dev.portico.desktop.visitors;

import atlantafx.base.controls.ToggleSwitch;

import dev.portico.desktop.look.Amounts;
import dev.portico.desktop.look.ByKeys;
import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.store.VisitorLog;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Whether the log is kept, how much it holds, and how to empty it.
final class LogFoot {
    private final VisitorsModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final ToggleSwitch keep = new ToggleSwitch();
    private final Label name = new Label();
    private final Label size = new Label();
    private final Button clear;
    private final HBox root;

    LogFoot(VisitorsModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        keep.setId("visitors-keep");
        keep.getStyleClass().add("wish");
        ByKeys.turn(keep);
        keep.selectedProperty().subscribe((_, on) -> keep(on));
        name.setLabelFor(keep);
        name.setOnMouseClicked(_ -> keep.setSelected(!keep.isSelected()));
        size.getStyleClass().addAll("second", "muted");
        clear = new Button(texts.of("visitors.clear"), Icons.of("fth-trash-2", 14));
        clear.setId("visitors-clear");
        clear.getStyleClass().addAll("small", "flat", "danger");
        clear.setOnAction(_ -> ask());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root = new HBox(12, keep, name, size, space, clear);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().addAll("page-foot", "visitors-foot");
        model.factsProperty().subscribe(this::show);
    }

    HBox root() {
        return root;
    }

    private void keep(boolean on) {
        if (on != model.factsProperty().get().logOn()) {
            model.keepLog(on);
        }
    }

    private void show(VisitorFacts facts) {
        keep.setSelected(facts.logOn());
        String words = texts.of("visitors.keep", "days", String.valueOf(facts.days()));
        name.setText(words);
        keep.setAccessibleText(words);
        size.setText(
                texts.of(
                        facts.logged() == 1 ? "visitors.size.one" : "visitors.size",
                        "n",
                        String.valueOf(facts.logged()),
                        "bytes",
                        Amounts.bytes(facts.bytes()),
                        "most",
                        Amounts.bytes(VisitorLog.MOST_BYTES)));
        clear.setDisable(facts.logged() == 0);
    }

    private void ask() {
        Label text = new Label(texts.of("visitors.clear.text"));
        text.setWrapText(true);
        Dialogs.Question question = new Dialogs.Question(texts.of("visitors.clear.title"), text);
        Button no = dialogs.escape(question, texts.of("visitors.clear.no"), () -> {});
        dialogs.answer(question, texts.of("visitors.clear.yes"), model::clearLog, "danger")
                .setId("visitors-clear-yes");
        dialogs.ask(question.focus(no));
    }
}
