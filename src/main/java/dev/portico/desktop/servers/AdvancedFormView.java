package dev.portico.desktop.servers;

import dev.portico.desktop.look.Texts;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What few servers need, out of the way until it is wanted.
final class AdvancedFormView {
    private final TitledPane pane;

    /// @param rows the fields, as the form builds them
    AdvancedFormView(ServerForm form, Texts texts, Node... rows) {
        CheckBox legacy = new CheckBox(texts.of("form.legacy"));
        legacy.setId("server-legacy");
        legacy.selectedProperty().bindBidirectional(form.legacyProperty());
        Label warning = new Label(texts.of("form.legacy.warning"));
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        warning.getStyleClass().addAll("bad", "second");
        warning.managedProperty().bind(warning.visibleProperty());
        warning.visibleProperty().bind(legacy.selectedProperty());
        VBox fields = new VBox(12, rows);
        fields.getChildren().add(new VBox(4, legacy, warning));
        pane = new TitledPane(texts.of("form.advanced"), fields);
        pane.setId("server-advanced");
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.getStyleClass().add("advanced");
        form.showsAdvancedProperty().subscribe(shows -> pane.setExpanded(shows));
        pane.expandedProperty().subscribe(open -> form.showsAdvancedProperty().set(open));
    }

    TitledPane root() {
        return pane;
    }
}
