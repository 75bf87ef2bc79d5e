package dev.portico.desktop.servers;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;

import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What can be done with what stands in the form, and how much of it is wrong.
final class ServerFormFoot {
    private final ServersModel model;
    private final Texts texts;
    private final HBox root;

    ServerFormFoot(ServersModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        ServerForm form = model.form();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        BooleanBinding wrong = form.wrongProperty().greaterThan(0);
        Button revert = button("server-revert", "form.revert", () -> form.show(form.before()));
        Button test = button("server-test", "test.start", () -> model.test().start(false));
        test.setTooltip(new Tooltip(texts.of("test.start.key")));
        test.setGraphic(Icons.of("fth-activity", 14));
        // not while a test runs: what is disabled loses the keys, and a second start does nothing
        test.disableProperty().bind(wrong);
        Button both = button("server-test-save", "test.save", () -> model.test().start(true));
        both.disableProperty().bind(wrong);
        Button save = button("server-save", "form.save", model::save);
        save.getStyleClass().add("accent");
        save.disableProperty().bind(wrong);
        root = new HBox(8, wrong(), space, revert, test, both, save);
        root.getStyleClass().add("page-foot");
        root.setAlignment(Pos.CENTER_LEFT);
    }

    HBox root() {
        return root;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(texts.of(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Label wrong() {
        Label wrong = new Label();
        wrong.setGraphic(Icons.of("fth-alert-circle", 14));
        wrong.getStyleClass().addAll("bad", "second");
        model.form()
                .wrongProperty()
                .subscribe(
                        n -> {
                            wrong.setVisible(n.intValue() > 0);
                            wrong.setText(texts.count("form.wrong", n.intValue()));
                        });
        return wrong;
    }
}
