package dev.portico.console;

import dev.portico.share.BadInput;
import dev.portico.share.Route;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// The saved servers; what to do with them is a command of its own each.
@Command(
        name = "servers",
        description = "List, add, import, edit and remove saved servers; forget their secrets.",
        footer = {"", "Example:", "  portico servers add vps me@example.com -i ~/.ssh/id_ed25519"})
final class ServersCommand {
    @Mixin final HelpOption help = new HelpOption();

    /// Whether it looks less like an address than like a saved name.
    static boolean mayBeSavedName(String name) {
        return name.indexOf('@') < 0 && name.indexOf(':') < 0 && name.indexOf('.') < 0;
    }

    static Server find(SettingsStore store, String name) throws SettingsTrouble {
        var server = store.settings().server(name);
        if (server.isEmpty() && store.problem().isPresent()) {
            throw new SettingsTrouble(store.problem().get());
        }
        return server.orElseThrow(() -> new BadInput("input.server.unknown", "name", name));
    }

    /// Says what went wrong while reading, where the command can go on.
    static void warn(SettingsStore store, Surroundings around) {
        store.problem().ifPresent(new Words(around.err(), around.locale())::tell);
    }

    /// Says what may be a slip of the pen; it may also come into being later.
    static void warnOfMissing(Settings settings, Server server, Surroundings around) {
        Words err = new Words(around.err(), around.locale());
        if (server.signIn() instanceof SignIn.KeyFiles(List<Path> keys)) {
            keys.stream()
                    .filter(Files::notExists)
                    .forEach(key -> err.say("console.servers.key-missing", "file", key.toString()));
        }
        server.way().jumps().stream()
                .filter(jump -> mayBeSavedName(jump) && settings.server(jump).isEmpty())
                .forEach(jump -> err.say("console.servers.jump-not-saved", "name", jump));
    }

    /// Makes the change and returns when it is on the disk.
    static void change(SettingsStore store, UnaryOperator<Settings> change) throws SettingsTrouble {
        if (store.isReadOnly()) {
            throw trouble(store);
        }
        store.update(change);
        try {
            store.flush();
        } catch (IOException e) {
            throw trouble(store);
        }
        if (store.isReadOnly()) {
            throw trouble(store);
        }
    }

    static Settings replaced(Settings settings, String name, UnaryOperator<Server> change) {
        List<Server> servers =
                settings.servers().stream()
                        .map(server -> server.name().equals(name) ? change.apply(server) : server)
                        .toList();
        return settings.withServers(servers);
    }

    /// No way may lead in a ring.
    static void checkWays(Settings settings) {
        settings.servers().forEach(server -> Route.check(server, settings::server));
    }

    private static SettingsTrouble trouble(SettingsStore store) {
        return new SettingsTrouble(store.problem().orElseThrow());
    }
}
