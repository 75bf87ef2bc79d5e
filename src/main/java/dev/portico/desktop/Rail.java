package dev.portico.desktop;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Locale;

/// The slim bar on the left that chooses the page.
final class Rail {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<Page> page;
    private final Texts texts;
    private final VBox root;

    Rail(ObjectProperty<Page> page, Texts texts, Image logo) {
        this.page = page;
        this.texts = texts;
        ImageView picture = new ImageView(logo);
        picture.setFitWidth(32);
        picture.setFitHeight(32);
        picture.setSmooth(true);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        root =
                new VBox(
                        picture,
                        button(Page.SHARES, "fth-share-2", "Shortcut+1"),
                        button(Page.SERVERS, "fth-server", "Shortcut+2"),
                        button(Page.VISITORS, "fth-users", "Shortcut+3"),
                        space,
                        button(Page.SETTINGS, "fth-settings", "Shortcut+4"));
        root.getStyleClass().add("rail");
        VBox.setMargin(picture, new Insets(0, 0, 14, 0));
    }

    VBox root() {
        return root;
    }

    private ToggleButton button(Page to, String icon, String key) {
        String name = texts.of(to.key());
        ToggleButton button = new ToggleButton(name, Icons.of(icon, 20));
        button.setId("rail-" + to.name().toLowerCase(Locale.ROOT));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip(Icons.keyed(name, key)));
        button.setOnAction(_ -> page.set(to));
        page.subscribe(now -> button.setSelected(now.home() == to));
        // the button of the page that is shown stays pressed
        button.selectedProperty().subscribe(_ -> button.setSelected(page.get().home() == to));
        return button;
    }
}
