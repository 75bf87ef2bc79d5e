package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Menus;
import dev.portico.desktop.look.Texts;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Takes the list out of the window, with whole or short addresses.
final class ExportMenu {
    private final Texts texts;
    private final MenuButton root;

    ExportMenu(VisitorsModel model, Texts texts) {
        this.texts = texts;
        CheckMenuItem shorten = new CheckMenuItem(texts.of("visitors.shorten"));
        shorten.setOnAction(_ -> model.shorten(shorten.isSelected()));
        model.factsProperty().subscribe(facts -> shorten.setSelected(facts.shorten()));
        MenuItem csv = item("visitors.csv", "csv", model::exportCsv);
        MenuItem json = item("visitors.json", "json", model::exportJson);
        root =
                new MenuButton(
                        texts.of("visitors.export"),
                        Icons.of("fth-download", 14),
                        csv,
                        json,
                        new SeparatorMenuItem(),
                        shorten);
        Menus.hangLeft(root);
        root.setId("visitors-export");
        root.getStyleClass().add("small");
        root.setOnShowing(
                _ -> {
                    csv.setDisable(model.rows().isEmpty());
                    json.setDisable(model.rows().isEmpty());
                });
    }

    MenuButton root() {
        return root;
    }

    private MenuItem item(String key, String ending, Consumer<Path> export) {
        MenuItem item = new MenuItem(texts.of(key), Icons.of("fth-file-text", 14));
        item.setOnAction(
                _ -> {
                    FileChooser chooser = new FileChooser();
                    chooser.setTitle(texts.of("visitors.export"));
                    chooser.setInitialFileName("portico-visitors." + ending);
                    File chosen = chooser.showSaveDialog(root.getScene().getWindow());
                    if (chosen != null) {
                        export.accept(chosen.toPath());
                    }
                });
        return item;
    }
}
