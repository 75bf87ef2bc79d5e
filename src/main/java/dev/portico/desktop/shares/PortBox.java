package dev.portico.desktop.shares;

import atlantafx.base.controls.CustomTextField;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.ports.ListeningPort;
import dev.portico.interop.SshLine;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

import java.util.Optional;

/// The field for the port on this computer: anything may be typed, and the ports that really listen
/// here drop down from it.
final class PortBox {
    private static final double ROOMY = 320;

    private final ComposerModel model;
    private final Texts texts;
    private final CustomTextField field = new CustomTextField();
    private final Label known = new Label();
    private final Popup popup = new Popup();
    private final PortList list;
    private final PastePanel paste;
    private final BooleanProperty isLine = new SimpleBooleanProperty();

    PortBox(ComposerModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.list = new PortList(model, texts, this::take);
        this.paste = new PastePanel(model, texts);
        known.getStyleClass().add("muted");
        known.setMouseTransparent(true);
        field.setId("composer-target");
        field.getStyleClass().add("port-box");
        field.setLeft(Icons.of("fth-monitor", 16));
        field.setRight(right());
        field.textProperty().bindBidirectional(model.targetProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        field.setOnMouseClicked(_ -> open());
        field.textProperty().subscribe(_ -> showKnown());
        field.textProperty().subscribe(this::showLine);
        field.focusedProperty().subscribe(this::focusChanged);
        field.widthProperty().subscribe(_ -> showKnown());
        field.promptTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::prompt, field.widthProperty(), model.practiceProperty()));
        model.listening().subscribe(this::showKnown);
        popup.setAutoHide(true);
        // the click that closes the list is meant for what it hits
        popup.setConsumeAutoHidingEvents(false);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        popup.getContent().setAll(list.root());
    }

    CustomTextField field() {
        return field;
    }

    /// Whether the list hangs down from it.
    ReadOnlyBooleanProperty openProperty() {
        return popup.showingProperty();
    }

    /// Whether a whole ssh line stands in it, which says all that the other fields would.
    BooleanProperty lineProperty() {
        return isLine;
    }

    private HBox right() {
        Button chevron =
                Icons.button(
                        "fth-chevron-down",
                        16,
                        Icons.keyed(texts.of("composer.target.list"), "Down"),
                        this::turn);
        chevron.setFocusTraversable(false);
        chevron.setCursor(Cursor.DEFAULT);
        HBox right = new HBox(8, known, chevron);
        right.setAlignment(Pos.CENTER_RIGHT);
        return right;
    }

    private String prompt() {
        if (model.practiceProperty().getValue()) {
            return texts.of("composer.target.sample");
        }
        boolean narrow = field.getWidth() < ROOMY;
        return texts.of(narrow ? "composer.target.prompt.narrow" : "composer.target.prompt");
    }

    private void focusChanged(boolean focused) {
        if (focused) {
            model.findPorts();
        } else {
            popup.hide();
            if (!field.getText().isBlank()) {
                model.judgeTarget();
            }
        }
    }

    private void turn() {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            field.requestFocus();
            open();
        }
    }

    private void open() {
        model.findPorts();
        if (popup.isShowing() || field.getScene() == null) {
            return;
        }
        list.showAll();
        hang();
    }

    private void hang() {
        Bounds place = field.localToScreen(field.getLayoutBounds());
        if (place != null) {
            popup.show(field, place.getMinX(), place.getMaxY() + 5);
        }
    }

    private void take(ListeningPort port) {
        field.setText(port.target());
        field.end();
        popup.hide();
    }

    private void showKnown() {
        boolean roomy = field.getWidth() >= ROOMY;
        known.setText(
                model.known()
                        .map(port -> roomy ? PortWords.of(port, texts) : PortWords.shortly(port))
                        .orElse(""));
        if (popup.isShowing()) {
            list.filter(field.getText());
        }
    }

    /// A pasted ssh line hangs what it says under the field, in place of the ports.
    private void showLine(String text) {
        Optional<SshLine> line = model.pasted().line();
        line.ifPresent(read -> paste.show(text, read));
        if (line.isPresent() != isLine.get()) {
            isLine.set(line.isPresent());
            field.setLeft(Icons.of(isLine.get() ? "fth-terminal" : "fth-monitor", 16));
            popup.hide();
            popup.getContent().setAll(isLine.get() ? paste.root() : list.root());
        }
        explain();
    }

    /// Says again what the line in it means; nothing where there is none.
    void explain() {
        boolean onScreen = field.getScene() != null && field.getScene().getWindow() != null;
        if (isLine.get() && onScreen && !popup.isShowing()) {
            hang();
        }
    }

    private void onKey(KeyEvent event) {
        if (isLine.get() && event.getCode() == KeyCode.ENTER) {
            model.submit();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && !popup.isShowing()) {
            open();
            event.consume();
        } else if (popup.isShowing()) {
            onKeyWhileOpen(event);
        } else if (event.getCode() == KeyCode.ENTER) {
            model.submit();
            event.consume();
        }
    }

    private void onKeyWhileOpen(KeyEvent event) {
        KeyCode code = event.getCode();
        if (isLine.get()) {
            if (code == KeyCode.ESCAPE) {
                popup.hide();
                event.consume();
            }
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            list.move(code == KeyCode.DOWN ? 1 : -1);
            event.consume();
        } else if (code == KeyCode.ENTER || code == KeyCode.TAB) {
            list.chosen().ifPresent(this::take);
            popup.hide();
            if (code == KeyCode.ENTER) {
                model.submit();
                event.consume();
            }
        } else if (code == KeyCode.ESCAPE) {
            popup.hide();
            event.consume();
        }
    }
}
