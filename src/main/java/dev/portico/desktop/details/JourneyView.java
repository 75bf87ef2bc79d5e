package dev.portico.desktop.details;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.MarkIcon;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

import java.util.ArrayList;
import java.util.List;

/// Draws the way from a visitor to the local service.
final class JourneyView {
    private static final List<String> ICONS =
            List.of("fth-users", "fth-server", "fth-monitor", "fth-box");
    private static final double MARK = 11;
    private static final double TIP = 7;
    private static final double WIRE_LEAST = 44;

    private final List<HopView> hops = new ArrayList<>();
    private final List<WireView> wires = new ArrayList<>();
    private final HBox root = new HBox(12);

    JourneyView() {
        root.setId("route");
        root.getStyleClass().add("route");
        root.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < Journey.STOPS; i++) {
            if (i > 0) {
                WireView wire = new WireView();
                wires.add(wire);
                root.getChildren().add(wire.root);
            }
            HopView hop = new HopView(ICONS.get(i));
            hops.add(hop);
            root.getChildren().add(hop.root);
        }
    }

    Region root() {
        return root;
    }

    void show(Journey journey) {
        for (int i = 0; i < hops.size(); i++) {
            hops.get(i).show(journey.hops().get(i));
        }
        for (int i = 0; i < wires.size(); i++) {
            wires.get(i).show(journey.wires().get(i));
        }
    }

    private static final class HopView {
        private final Label title = new Label();
        private final Label words = new Label();
        private final MarkIcon mark = new MarkIcon(MARK);
        private final Tooltip tooltip = new Tooltip();
        private final HBox root;

        HopView(String icon) {
            words.getStyleClass().addAll("second", "muted");
            HBox below = new HBox(6, mark, words);
            below.setAlignment(Pos.CENTER_LEFT);
            VBox lines = new VBox(2, title, below);
            lines.setAlignment(Pos.CENTER_LEFT);
            root = new HBox(10, Icons.of(icon, 20), lines);
            root.setAlignment(Pos.CENTER_LEFT);
        }

        void show(Hop hop) {
            title.setText(hop.title());
            title.getStyleClass().setAll("label", hop.address() ? "mono" : "b");
            words.setText(hop.words());
            mark.show(hop.mark(), "");
            String whole = hop.title() + "\n" + hop.words();
            tooltip.setText(hop.tooltip().isEmpty() ? whole : whole + "\n" + hop.tooltip());
            Tooltip.install(root, tooltip);
            root.setAccessibleText(whole);
        }
    }

    private static final class WireView {
        private final Label caption = new Label();
        private final Line line = new Line();
        private final Polygon tip = new Polygon(0, -3.5, TIP, 0, 0, 3.5);
        private final VBox root;

        WireView() {
            caption.getStyleClass().add("caption");
            caption.setMinWidth(0);
            StackPane arrow = new StackPane(line, tip);
            StackPane.setAlignment(line, Pos.CENTER_LEFT);
            StackPane.setAlignment(tip, Pos.CENTER_RIGHT);
            arrow.setMinWidth(0);
            arrow.setPrefWidth(WIRE_LEAST);
            line.setManaged(false);
            arrow.layoutBoundsProperty()
                    .subscribe(
                            bounds -> {
                                double middle = Math.floor(bounds.getHeight() / 2) + 0.5;
                                line.setStartY(middle);
                                line.setEndY(middle);
                                line.setEndX(Math.max(0, bounds.getWidth() - TIP));
                            });
            root = new VBox(2, caption, arrow);
            root.getStyleClass().add("wire");
            root.setAlignment(Pos.CENTER);
            root.setMinWidth(WIRE_LEAST);
            HBox.setHgrow(root, Priority.ALWAYS);
        }

        void show(Wire wire) {
            caption.setText(wire.caption());
            root.getStyleClass().setAll("wire", wire.flow().style());
        }
    }
}
