package dev.portico.desktop.servers;

import dev.portico.desktop.examine.ExamineButton;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The name of the server in the form, and what can be done with a saved one.
final class ServerFormHead {
    private final ServersModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final List<Button> ofSaved;
    private final HBox root;

    /// @param edit goes to the first field
    ServerFormHead(
            ServersModel model,
            Texts texts,
            Consumer<String> export,
            Runnable examine,
            Runnable edit) {
        this.model = model;
        this.texts = texts;
        Button setUp = new Button(texts.of("setup.open"));
        setUp.setId("server-setup");
        setUp.getStyleClass().add("small");
        setUp.setMinWidth(Region.USE_PREF_SIZE);
        setUp.setOnAction(_ -> withShown(model::beginSetUp));
        Button forget = icon("fth-key", "servers.forget", "server-forget", model::forget);
        Button exported = icon("fth-share", "export.open", "server-export", export);
        Button duplicate =
                icon(
                        "fth-copy",
                        "servers.duplicate",
                        "server-duplicate",
                        name -> {
                            model.duplicate(name);
                            edit.run();
                        });
        Button delete = icon("fth-trash-2", "servers.delete", "server-delete", model::delete);
        delete.getStyleClass().add("danger");
        ofSaved = List.of(setUp, forget, exported, duplicate, delete);
        Button examining = ExamineButton.of(texts, "server-examine", examine);
        title.getStyleClass().addAll("b", "title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root = new HBox(8, title, space, examining, setUp, forget, exported, duplicate, delete);
        root.getStyleClass().addAll("page-head", "form-head");
        root.setAlignment(Pos.CENTER_LEFT);
    }

    Region root() {
        return root;
    }

    /// @param name of the server that is shown; empty for a new one
    void show(Optional<String> name) {
        title.setText(name.orElseGet(() -> texts.of("servers.new")));
        ofSaved.forEach(button -> button.setVisible(name.isPresent()));
    }

    private Button icon(String icon, String words, String id, Consumer<String> act) {
        Button button = Icons.button(icon, 16, texts.of(words), () -> withShown(act));
        button.setId(id);
        return button;
    }

    private void withShown(Consumer<String> act) {
        model.selectedProperty().get().ifPresent(act);
    }
}
