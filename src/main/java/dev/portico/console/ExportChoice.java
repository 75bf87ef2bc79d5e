package dev.portico.console;

import dev.portico.share.BadInput;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The saved shares that are meant: each by its name, or all of a server by the server's.
record ExportChoice(SettingsStore store) {

    List<Share> shares(List<String> names) throws SettingsTrouble {
        Set<Share> shares = new LinkedHashSet<>();
        for (String name : names) {
            shares.addAll(meant(name));
        }
        return List.copyOf(shares);
    }

    /// The first of its servers.
    Server server(Share share) {
        String name = share.server();
        if (name.equals(Server.PRACTICE)) {
            throw new BadInput("input.export.practice", "name", share.name());
        }
        if (name.isEmpty()) {
            throw new BadInput("input.export.no-server", "name", share.name());
        }
        return store.settings().server(name).orElseGet(() -> Server.parse(name));
    }

    private List<Share> meant(String name) throws SettingsTrouble {
        Settings settings = store.settings();
        List<Share> named = settings.shares().stream().filter(s -> s.name().equals(name)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<Share> there =
                settings.shares().stream().filter(s -> s.server().equals(name)).toList();
        if (there.isEmpty()) {
            throw nothing(name);
        }
        return there;
    }

    private BadInput nothing(String name) throws SettingsTrouble {
        Settings settings = store.settings();
        if (store.problem().isPresent()) {
            throw new SettingsTrouble(store.problem().get());
        }
        if (settings.server(name).isPresent()) {
            return new BadInput("input.export.no-shares", "name", name);
        }
        String saved =
                Stream.concat(
                                settings.shares().stream().map(Share::name),
                                settings.servers().stream().map(Server::name))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return saved.isEmpty()
                ? new BadInput("input.export.nothing-saved", "name", name)
                : new BadInput("input.export.unknown", "name", name, "saved", saved);
    }
}
