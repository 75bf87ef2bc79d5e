package dev.portico.desktop.servers;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.ServerUse;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What goes through the server, at the foot of its form; not there while nothing does.
final class ThroughView {
    private final Texts texts;
    private final VBox rows = new VBox(6);
    private final VBox root;

    ThroughView(ServersModel model, Texts texts) {
        this.texts = texts;
        Label title = new Label(texts.of("form.through"));
        title.getStyleClass().add("b");
        rows.setId("server-through");
        root = new VBox(10, new Separator(), title, rows);
        root.managedProperty().bind(root.visibleProperty());
        model.throughProperty().subscribe(this::show);
    }

    VBox root() {
        return root;
    }

    private void show(ServerUse use) {
        root.setVisible(use.shares() > 0);
        rows.getChildren().setAll(use.through().stream().map(ThroughView::row).toList());
        int more = use.shares() - use.through().size();
        if (more > 0) {
            Label rest = new Label(texts.of("form.through.more", "n", String.valueOf(more)));
            rest.getStyleClass().add("muted");
            rows.getChildren().add(rest);
        }
    }

    private static Node row(ServerUse.Through through) {
        MarkIcon mark = new MarkIcon(14);
        mark.show(through.mark(), through.state());
        Label name = new Label(through.name());
        name.setMinWidth(118);
        name.setPrefWidth(118);
        Label target = new Label(through.target());
        target.getStyleClass().addAll("mono", "muted");
        HBox row = new HBox(8, mark, name, target);
        if (!through.port().isEmpty()) {
            Label port = new Label(through.port());
            port.getStyleClass().addAll("mono", "b");
            row.getChildren().addAll(Icons.of("fth-arrow-right", 14), port);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
