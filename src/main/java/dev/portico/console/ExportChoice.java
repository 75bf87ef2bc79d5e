package dev.portico.console;

import dev.portico.interop.export.Alias;
import dev.portico.interop.export.Export;
import dev.portico.share.BadInput;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.store.Parcel;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The saved shares that are meant: each by its name, or all of a server by the server's.
record ExportChoice(SettingsStore store, Path home) {

    Export export(List<String> names, Export.Wishes wishes) throws SettingsTrouble {
        Settings settings = store.settings();
        Set<Share> shares = new LinkedHashSet<>();
        List<Server> servers = new ArrayList<>();
        for (String name : names) {
            List<Share> meant = meant(settings, name);
            shares.addAll(meant);
            if (meant.isEmpty()) {
                servers.add(settings.server(name).orElseThrow(() -> nothing(settings, name)));
            }
        }
        return new Export(
                List.copyOf(shares),
                List.copyOf(servers),
                settings::server,
                Alias.each(settings.shares().stream().map(Share::name).toList()),
                wishes,
                export -> Parcel.of(settings, export.shares(), export.servers()).text(home));
    }

    private List<Share> meant(Settings settings, String name) throws SettingsTrouble {
        List<Share> named = settings.shares().stream().filter(s -> s.name().equals(name)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<Share> there =
                settings.shares().stream().filter(s -> s.server().equals(name)).toList();
        if (there.isEmpty() && settings.server(name).isEmpty() && store.problem().isPresent()) {
            throw new SettingsTrouble(store.problem().get());
        }
        return there;
    }

    private static BadInput nothing(Settings settings, String name) {
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
