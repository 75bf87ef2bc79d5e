package dev.portico.desktop.shares;

import atlantafx.base.controls.CustomTextField;

import dev.portico.desktop.look.FieldMarks;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Audience;
import dev.portico.share.Server;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// The line at the top: port, server, port on the server, who can open it, and the one button.
public final class ComposerView {
    private final ComposerModel model;
    private final Texts texts;
    private final PortBox portBox;
    private final HBox root;

    public ComposerView(ComposerModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.portBox = new PortBox(model, texts);
        VBox target = field("composer.target", portBox.field(), model.targetErrorProperty());
        HBox.setHgrow(target, Priority.ALWAYS);
        Node arrow = Icons.of("fth-arrow-right", 16);
        HBox arrowBox = new HBox(arrow);
        arrowBox.getStyleClass().add("arrow");
        root =
                new HBox(
                        8,
                        target,
                        arrowBox,
                        field("composer.server", serverBox(), null),
                        field("composer.port", serverPort(), model.portErrorProperty()),
                        field("composer.who", whoBox(), null),
                        shareButton());
        root.getStyleClass().add("composer");
        root.setAlignment(Pos.BOTTOM_LEFT);
    }

    public Region root() {
        return root;
    }

    public void focus() {
        portBox.field().requestFocus();
    }

    private VBox field(String key, Control control, @Nullable ObservableValue<String> error) {
        Label caption = new Label(texts.of(key));
        caption.getStyleClass().add("caption");
        caption.setLabelFor(control);
        caption.setMinWidth(0);
        control.setAccessibleText(texts.of(key));
        Tooltip tooltip = new Tooltip(texts.of(key + ".tip"));
        control.setTooltip(tooltip);
        if (error != null) {
            error.subscribe(
                    sentence -> {
                        caption.setText(sentence.isEmpty() ? texts.of(key) : sentence);
                        FieldMarks.mark(caption, control, !sentence.isEmpty());
                    });
        }
        VBox field = new VBox(4, caption, control);
        field.setAlignment(Pos.BOTTOM_LEFT);
        control.setMaxWidth(Double.MAX_VALUE);
        return field;
    }

    private ComboBox<String> serverBox() {
        ComboBox<String> box = new ComboBox<>(model.servers());
        box.setId("composer-server");
        box.setPrefWidth(200);
        box.setCellFactory(_ -> new ServerCell());
        box.setButtonCell(new ServerCell());
        model.serverProperty().subscribe(box::setValue);
        // a list that changes takes the box's choice away, though the model still has it
        model.servers().subscribe(() -> box.setValue(model.serverProperty().get()));
        box.valueProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                model.serverProperty().set(chosen);
                            }
                        });
        return box;
    }

    private CustomTextField serverPort() {
        CustomTextField field = new CustomTextField();
        field.setId("composer-port");
        field.setPrefWidth(150);
        field.setPromptText(texts.of("composer.port.automatic"));
        field.getStyleClass().add("placeholder-is-value");
        field.textProperty().bindBidirectional(model.portProperty());
        field.setOnAction(_ -> model.submit());
        field.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                model.judgePort();
                            }
                        });
        return field;
    }

    private ComboBox<Audience> whoBox() {
        ComboBox<Audience> box = new ComboBox<>();
        box.setId("composer-who");
        box.setPrefWidth(192);
        box.getItems().setAll(Audience.ONLY_ON_SERVER, Audience.EVERYONE);
        box.setCellFactory(_ -> new WhoChoiceCell());
        box.setButtonCell(new WhoChoiceCell());
        box.valueProperty().bindBidirectional(model.whoProperty());
        box.disableProperty().bind(model.practiceProperty());
        return box;
    }

    private Button shareButton() {
        Button button = new Button(texts.of("composer.share"), Icons.of("fth-share-2", 16));
        button.setId("composer-share");
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> model.submit());
        HBox.setMargin(button, new Insets(0, 0, 0, 8));
        return button;
    }

    private final class ServerCell extends ListCell<String> {
        private final MarkIcon mark = new MarkIcon(14);

        ServerCell() {
            model.countsProperty().subscribe(_ -> showMark());
        }

        private void showMark() {
            if (!isEmpty() && getItem() != null) {
                mark.show(model.markOf(getItem()), "");
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
            setText(name.equals(Server.PRACTICE) ? texts.of("server.practice") : name);
        }
    }

    private final class WhoChoiceCell extends ListCell<Audience> {
        @Override
        protected void updateItem(Audience who, boolean empty) {
            super.updateItem(who, empty);
            boolean none = empty || who == null;
            setText(none ? null : texts.of(WhoWriter.key(who)));
            setGraphic(none ? null : Icons.of(WhoWriter.icon(who), 16));
        }
    }
}
