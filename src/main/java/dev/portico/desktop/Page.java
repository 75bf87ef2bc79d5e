package dev.portico.desktop;

import java.util.Locale;
import java.util.stream.Stream;

/// What the window can show.
enum Page {
    SHARES("rail.shares"),
    SERVERS("rail.servers"),
    VISITORS("rail.visitors"),
    SETTINGS("rail.settings");

    private final String key;

    Page(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /// What it is called in the settings.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Page of(String id) {
        return Stream.of(values()).filter(page -> page.id().equals(id)).findFirst().orElse(SHARES);
    }
}
