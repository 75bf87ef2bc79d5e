package dev.portico.desktop.shares;

import atlantafx.base.controls.CustomTextField;

import dev.portico.desktop.look.FieldMarks;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Audience;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
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

/// The line at the top: port, server, port on the server, who can open it, and the one button.
public final class ComposerView {
    private static final ObservableValue<Boolean> NEVER = new SimpleBooleanProperty(false);

    private final ComposerModel model;
    private final Texts texts;
    private final PortBox portBox;
    private final VBox root;

    public ComposerView(ComposerModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.portBox = new PortBox(model, texts);
        VBox target = field("composer.target", portBox.field(), portBox.openProperty());
        HBox.setHgrow(target, Priority.ALWAYS);
        ComboBox<String> servers = new ServerBox(model, texts).box();
        ComboBox<Audience> who = whoBox();
        CustomTextField port = serverPort();
        port.disableProperty().bind(portBox.lineProperty());
        servers.disableProperty().bind(portBox.lineProperty());
        VBox portField = field("composer.port", wide(port, 120), NEVER);
        HBox line =
                new HBox(
                        8,
                        target,
                        arrow(),
                        field("composer.server", wide(servers, 168), servers.showingProperty()),
                        portField,
                        field("composer.who", wide(who, 184), who.showingProperty()),
                        shareButton());
        line.setAlignment(Pos.BOTTOM_LEFT);
        Sentences sentences = new Sentences();
        sentences.add(target, model.targetErrorProperty());
        sentences.add(portField, model.portErrorProperty());
        FieldMarks marks = new FieldMarks();
        marks.watch(portBox.field(), model.targetErrorProperty());
        marks.watch(port, model.portErrorProperty());
        root = new VBox(line, sentences);
        root.getStyleClass().add("composer");
    }

    public Region root() {
        return root;
    }

    public void focus() {
        portBox.field().requestFocus();
    }

    /// Takes a whole ssh line in, as if it were pasted into the field.
    void paste(String line) {
        focus();
        model.pasted().paste(line);
        portBox.explain();
        portBox.field().end();
    }

    /// @param open whether something hangs down from the field, which a tooltip must not cover
    private VBox field(String key, Control control, ObservableValue<Boolean> open) {
        Label caption = new Label(texts.of(key));
        caption.getStyleClass().add("caption");
        caption.setLabelFor(control);
        caption.setMinWidth(0);
        control.setAccessibleText(texts.of(key));
        Tooltip tooltip = new Tooltip(texts.of(key + ".tip"));
        open.subscribe(
                isOpen -> {
                    tooltip.hide();
                    control.setTooltip(isOpen ? null : tooltip);
                });
        control.setMaxWidth(Double.MAX_VALUE);
        return new VBox(4, caption, control);
    }

    private static HBox arrow() {
        HBox box = new HBox(Icons.of("fth-arrow-right", 16));
        box.getStyleClass().add("arrow");
        return box;
    }

    private static <T extends Control> T wide(T control, double width) {
        control.setMinWidth(width);
        control.setPrefWidth(width);
        return control;
    }

    private CustomTextField serverPort() {
        CustomTextField field = new CustomTextField();
        field.setId("composer-port");
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
        box.getItems().setAll(Audience.ONLY_ON_SERVER, Audience.EVERYONE);
        box.setCellFactory(_ -> new WhoChoiceCell());
        box.setButtonCell(new WhoChoiceCell());
        box.valueProperty().bindBidirectional(model.whoProperty());
        box.disableProperty().bind(model.practiceProperty().or(portBox.lineProperty()));
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
