package dev.portico.desktop.shares;

import atlantafx.base.controls.Popover;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;

import io.nayuki.qrcodegen.QrCode;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;

import java.util.function.Consumer;

/// The link of one share as a picture for a phone's camera. It follows the link, and goes with it.
final class LinkCode {
    private static final int MARGIN = 4;
    private static final int LEAST_PIXELS = 5;
    private static final int USUAL_SIZE = 208;

    private final Consumer<ShareRow> copy;
    private final Texts texts;
    private final Canvas picture = new Canvas();
    private final Label link = new Label();
    private final Button button;
    private final Popover popover = new Popover();
    private Subscription subscription = Subscription.EMPTY;

    LinkCode(Consumer<ShareRow> copy, Texts texts) {
        this.copy = copy;
        this.texts = texts;
        this.button = new Button(texts.of("action.copy"), Icons.of("fth-copy", 14));
        popover.setContentNode(content());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setAnimated(false);
        popover.setAutoHide(true);
        popover.setHideOnEscape(true);
        popover.setDetachable(false);
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            popover.setArrowSize(0); // what is beside the arrow and the corners would be white
            popover.setCornerRadius(0);
        }
        popover.setOnHidden(_ -> subscription.unsubscribe());
    }

    /// @param place what the picture's arrow points to
    void show(ShareRow row, Node place) {
        if (!row.text().link().isOpen()) {
            return;
        }
        popover.hide();
        button.setOnAction(_ -> copy.accept(row));
        subscription = row.textProperty().map(text -> text.link().url()).subscribe(this::follow);
        popover.show(place);
        button.requestFocus();
    }

    private void follow(String url) {
        if (url.isEmpty()) {
            popover.hide();
            return;
        }
        link.setText(url);
        draw(QrCode.encodeText(url, QrCode.Ecc.MEDIUM));
    }

    private VBox content() {
        StackPane paper = new StackPane(picture);
        paper.getStyleClass().add("link-code-paper");
        paper.setMaxWidth(0);
        picture.setAccessibleText(texts.of("action.code"));
        link.setId("link-code");
        link.getStyleClass().add("mono");
        link.setWrapText(true);
        link.setTextAlignment(TextAlignment.CENTER);
        Label hint = new Label(texts.of("code.hint"));
        hint.getStyleClass().addAll("muted", "second");
        hint.setTextAlignment(TextAlignment.CENTER);
        button.getStyleClass().add("small");
        button.setId("link-code-copy");
        VBox box = new VBox(paper, link, hint, button);
        box.getStyleClass().add("link-code");
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }

    /// Black on white on every theme: cameras want it so.
    private void draw(QrCode code) {
        int modules = code.size + 2 * MARGIN;
        int pixels = Math.max(LEAST_PIXELS, USUAL_SIZE / modules);
        picture.setWidth((double) modules * pixels);
        picture.setHeight((double) modules * pixels);
        GraphicsContext pen = picture.getGraphicsContext2D();
        pen.setFill(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setFill(Color.BLACK);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    pen.fillRect(
                            (double) (x + MARGIN) * pixels,
                            (double) (y + MARGIN) * pixels,
                            pixels,
                            pixels);
                }
            }
        }
    }
}
