package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.type;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;

/// The part of the server form that is seldom needed, with something in it.
final class AdvancedPage {
    private AdvancedPage() {}

    static void fill(Stage stage) {
        Press.choose(find(stage, "#servers"), 2);
        ((TitledPane) find(stage, "#server-advanced")).setExpanded(true);
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        type(stage, "#server-jump", "gate, me@inner.example.com");
        type(stage, "#server-proxy", "socks5://me@proxy.example.com:1080");
        ((CheckBox) find(stage, "#server-legacy")).setSelected(true);
    }

    static void spoil(Stage stage) {
        type(stage, "#server-proxy", "proxy.example.com");
        type(stage, "#server-dead-after", "1");
    }
}
