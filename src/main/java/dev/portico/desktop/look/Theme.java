package dev.portico.desktop.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Light, dark, or as the system has it; and the fonts, which travel with the app.
public final class Theme {
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-SemiBold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-SemiBold.ttf");

    private final Scene scene;
    private String wish;

    /// @param wish `system`, `light` or `dark`
    public Theme(Scene scene, String wish) {
        this.scene = scene;
        this.wish = wish;
        FONTS.forEach(Theme::load);
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    public String wish() {
        return wish;
    }

    public void choose(String newWish) {
        wish = newWish;
        apply();
    }

    private void apply() {
        boolean dark =
                switch (wish) {
                    case "dark" -> true;
                    case "light" -> false;
                    default -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Application.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        List<String> sheets =
                new ArrayList<>(
                        List.of(
                                "controlsfx.css",
                                "app.css",
                                "composer.css",
                                "details.css",
                                "servers.css",
                                "examine.css",
                                "table.css",
                                "visitors.css",
                                "keyboard.css"));
        if (dark) {
            sheets.add("app-dark.css");
        }
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            sheets.add("app-opaque.css");
        }
        scene.getStylesheets()
                .setAll(sheets.stream().map(name -> resource("/dev/portico/css/" + name)).toList());
    }

    private static void load(String file) {
        try (InputStream font = Theme.class.getResourceAsStream("/dev/portico/fonts/" + file)) {
            Font.loadFont(font, 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String path) {
        return Objects.requireNonNull(Theme.class.getResource(path), path).toExternalForm();
    }
}
