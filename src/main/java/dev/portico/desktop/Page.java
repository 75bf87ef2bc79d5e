package dev.portico.desktop;

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
}
