package dev.portico.desktop.shares;

import dev.portico.desktop.look.Choice;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Server;

import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;

import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// The server of a new share: typing finds it, and its mark tells how what goes through it fares.
final class ServerBox {
    private static final double ROOM_FOR_WORDS = 48;

    private final ComposerModel model;
    private final Texts texts;
    private final SearchableComboBox<String> box;

    ServerBox(ComposerModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        box = new SearchableComboBox<>(model.servers());
        box.setId("composer-server");
        box.setConverter(new Choice<>(this::longName));
        box.setPlaceholder(new Label(texts.of("composer.server.none")));
        box.setCellFactory(_ -> new ServerCell(false));
        box.setButtonCell(new ServerCell(true));
        box.skinProperty().subscribe(this::dressSearch);
        model.serverProperty().subscribe(box::setValue);
        // a list that changes takes the box's choice away, though the model still has it
        model.servers().subscribe(this::takeModelsChoice);
        // closing, the box first forgets what was typed, which may take its choice away
        box.showingProperty().subscribe(() -> Platform.runLater(this::takeModelsChoice));
        box.valueProperty().subscribe(this::choose);
    }

    SearchableComboBox<String> box() {
        return box;
    }

    private void choose(@Nullable String chosen) {
        if (chosen != null) {
            model.serverProperty().set(chosen);
        }
    }

    private void takeModelsChoice() {
        if (!box.isShowing()) {
            box.setValue(null); // or what shows the choice would not look again
            box.setValue(model.serverProperty().get());
        }
    }

    /// The field that is typed into brings an icon and words of its own.
    private void dressSearch() {
        if (box.lookup("#search") instanceof CustomTextField search) {
            search.setLeft(Icons.of("fth-search", 14));
            search.setPromptText(texts.of("composer.server.search"));
            search.setAccessibleText(texts.of("composer.server.search"));
            search.textProperty().subscribe(_ -> Platform.runLater(this::fitList));
        }
    }

    /// The list that hangs down keeps the height of all servers by itself, whatever was found.
    private void fitList() {
        if (box.lookup("#filtered") instanceof ComboBox<?> inner
                && inner.getSkin() instanceof ComboBoxListViewSkin<?> skin
                && skin.getPopupContent() instanceof ListView<?> list
                && list.getScene() != null) {
            list.layout(); // counts the lines anew
            double lines = list.prefHeight(list.getWidth());
            list.resize(list.getWidth(), Math.max(lines, ROOM_FOR_WORDS));
            list.getScene().getWindow().sizeToScene();
        }
    }

    private String longName(String name) {
        return name.equals(Server.PRACTICE) ? texts.of("server.practice") : name;
    }

    private String shortName(String name) {
        return name.equals(Server.PRACTICE) ? texts.of("server.practice.short") : name;
    }

    private final class ServerCell extends ListCell<String> {
        private final MarkIcon mark = new MarkIcon(14);
        private final boolean closed;

        /// @param closed whether it is what the closed box shows, where there is less room
        ServerCell(boolean closed) {
            this.closed = closed;
            model.marksProperty().subscribe(_ -> showMark());
        }

        private void showMark() {
            String name = getItem();
            if (name != null) {
                mark.show(model.markOf(name), "");
            }
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            if (empty || name == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            showMark();
            setGraphic(mark);
            setText(closed ? shortName(name) : longName(name));
        }
    }
}
