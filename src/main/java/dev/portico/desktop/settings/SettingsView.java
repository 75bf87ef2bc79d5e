package dev.portico.desktop.settings;

import dev.portico.desktop.look.Choice;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/// The window's own settings.
public final class SettingsView {
    private final Texts texts;
    private final VBox root;

    /// @param folder where the settings are kept
    public SettingsView(SettingsModel model, Texts texts, String folder) {
        this.texts = texts;
        Label title = new Label(texts.of("settings.title"));
        title.getStyleClass().addAll("b", "title");
        HBox head = new HBox(title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("page-head");
        ComboBox<String> theme =
                box(
                        "settings.theme",
                        List.of("system", "light", "dark"),
                        model.theme(),
                        model::chooseTheme);
        ComboBox<String> language =
                box(
                        "settings.language",
                        List.of("system", "en", "zh"),
                        model.language(),
                        model::chooseLanguage);
        Label place = new Label(texts.of("settings.folder", "folder", folder));
        place.getStyleClass().add("caption");
        VBox body =
                new VBox(
                        16,
                        field("settings.theme", theme),
                        field("settings.language", language),
                        place);
        body.getStyleClass().add("page-body");
        root = new VBox(head, body);
    }

    public Region root() {
        return root;
    }

    private ComboBox<String> box(
            String key, List<String> choices, String now, Consumer<String> choose) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(key.replace('.', '-'));
        box.getItems().setAll(choices);
        box.setConverter(new Choice<>(choice -> texts.of(key + "." + choice)));
        box.setValue(now);
        box.setPrefWidth(260);
        box.setAccessibleText(texts.of(key));
        box.valueProperty().subscribe((_, chosen) -> choose.accept(chosen));
        return box;
    }

    private VBox field(String key, ComboBox<String> box) {
        Label label = new Label(texts.of(key));
        label.getStyleClass().add("b");
        label.setLabelFor(box);
        return new VBox(4, label, box);
    }
}
