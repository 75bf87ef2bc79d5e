package dev.portico.desktop;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.stream.Stream;

/// What the window can show.
enum Page {
    SHARES("rail.shares"),
    SERVERS("rail.servers"),
    VISITORS("rail.visitors"),
    SETTINGS("rail.settings"),
    EXAMINED_SHARE(SHARES),
    EXAMINED_SERVER(SERVERS);

    private final String key;
    private final @Nullable Page above;

    Page(String key) {
        this.key = key;
        this.above = null;
    }

    Page(Page above) {
        this.key = above.key;
        this.above = above;
    }

    /// The page that it belongs to, and is left for; itself where it stands alone.
    Page home() {
        return above == null ? this : above;
    }

    String key() {
        return key;
    }

    /// What it is called in the settings.
    String id() {
        return home().name().toLowerCase(Locale.ROOT);
    }

    static Page of(String id) {
        return Stream.of(values()).filter(page -> page.id().equals(id)).findFirst().orElse(SHARES);
    }
}
