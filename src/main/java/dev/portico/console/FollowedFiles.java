package dev.portico.console;

import dev.portico.interop.config.Here;
import dev.portico.interop.config.servers.Following;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

/// Brings the servers that follow a file up to date, once at each start.
public final class FollowedFiles {
    private FollowedFiles() {}

    public static SettingsStore read(SettingsStore store, Here here) {
        Settings found = store.settings();
        if (!found.links().isEmpty()) {
            Following following = new Following(found.links(), here);
            store.update(
                    settings ->
                            settings.withServers(following.servers(settings.servers()))
                                    .withLinks(
                                            following.links(settings.links(), settings.servers())));
        }
        return store;
    }
}
