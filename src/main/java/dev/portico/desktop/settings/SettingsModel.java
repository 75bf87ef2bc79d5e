package dev.portico.desktop.settings;

import dev.portico.desktop.look.Texts;
import dev.portico.store.SettingsStore;
import dev.portico.store.WindowSettings;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Theme and language: applied at once and saved.
public final class SettingsModel {
    private final SettingsStore store;
    private final Texts texts;
    private final Consumer<String> theme;

    /// @param theme applies `system`, `light` or `dark`
    public SettingsModel(SettingsStore store, Texts texts, Consumer<String> theme) {
        this.store = store;
        this.texts = texts;
        this.theme = theme;
    }

    String theme() {
        return window().theme();
    }

    String language() {
        return window().language();
    }

    void chooseTheme(String chosen) {
        change(window -> window.withTheme(chosen));
        theme.accept(chosen);
    }

    void chooseLanguage(String chosen) {
        change(window -> window.withLanguage(chosen));
        texts.localeProperty().set(Texts.localeFor(chosen));
    }

    private WindowSettings window() {
        return store.settings().window();
    }

    private void change(UnaryOperator<WindowSettings> change) {
        store.update(settings -> settings.withWindow(change.apply(settings.window())));
    }
}
