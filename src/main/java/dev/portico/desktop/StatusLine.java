package dev.portico.desktop;

import dev.portico.desktop.look.Amounts;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.Counts;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The quiet line at the bottom: links up, shares by state, what passes in all.
final class StatusLine {
    private final Texts texts;
    private final BooleanSupplier noServer;
    private final Label links = new Label();
    private final Label shares = new Label();
    private final Label rate = new Label();
    private final HBox root;

    StatusLine(ObservableValue<Counts> counts, BooleanSupplier noServer, Texts texts) {
        this.noServer = noServer;
        this.texts = texts;
        links.setGraphic(Icons.of("fth-link", 14));
        rate.getStyleClass().addAll("mono", "rate");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root = new HBox(16, links, shares, space, rate);
        root.getStyleClass().add("status-line");
        root.setAlignment(Pos.CENTER_LEFT);
        counts.subscribe(this::show);
    }

    HBox root() {
        return root;
    }

    private void show(Counts counts) {
        boolean nothing = counts.links() == 0 && noServer.getAsBoolean();
        links.setText(
                nothing
                        ? texts.of("status.no-server")
                        : texts.count("status.links", counts.links()));
        shares.setText(sum(counts));
        boolean moving = counts.sent() >= 1 || counts.received() >= 1;
        rate.setText(
                moving
                        ? texts.of(
                                "status.rate",
                                "sent",
                                Amounts.rate(counts.sent()),
                                "received",
                                Amounts.rate(counts.received()))
                        : "");
    }

    private String sum(Counts counts) {
        if (counts.all() == 0) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add(texts.count("status.open", counts.open()));
        if (counts.waiting() > 0) {
            parts.add(texts.of("status.waiting", "n", String.valueOf(counts.waiting())));
        }
        if (counts.needYou() > 0) {
            parts.add(texts.count("status.need-you", counts.needYou()));
        }
        return String.join(" · ", parts);
    }
}
