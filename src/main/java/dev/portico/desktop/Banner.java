package dev.portico.desktop;

import atlantafx.base.controls.Message;

import dev.portico.desktop.look.ByKeys;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Problem;
import dev.portico.store.SettingsStore;

import javafx.scene.layout.StackPane;

import java.util.Optional;

/// Says above everything else that the settings could not be read or saved, until that is over or
/// the user has closed it.
final class Banner {
    private final SettingsStore store;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private Optional<Problem> shown = Optional.empty();

    Banner(SettingsStore store, Texts texts) {
        this.store = store;
        this.texts = texts;
        root.getStyleClass().add("banner-space");
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
    }

    StackPane root() {
        return root;
    }

    void refresh() {
        Optional<Problem> problem = store.problem();
        if (problem.equals(shown)) {
            return;
        }
        shown = problem;
        root.setVisible(problem.isPresent());
        problem.ifPresent(of -> root.getChildren().setAll(message(of)));
    }

    private Message message(Problem problem) {
        String remedy = problem.remedy(texts.locale());
        Message message =
                new Message(
                        problem.title(texts.locale()),
                        problem.raw().isEmpty() ? remedy : remedy + "\n" + problem.raw(),
                        Icons.of("fth-alert-triangle", 20));
        message.setId("banner");
        message.getStyleClass().add("warning");
        message.setOnClose(_ -> root.setVisible(false));
        ByKeys.close(message);
        return message;
    }
}
