package dev.portico.console;

import dev.portico.share.BadInput;
import dev.portico.share.Keyring;
import dev.portico.share.ProblemException;
import dev.portico.share.Secrets;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// Forgets a server, unless saved shares need it.
@Command(
        name = "remove",
        description = {
            "Remove a saved server, and forget its saved password and passphrases.",
            "What another saved server needs too is kept."
        },
        footer = {"", "Example:", "  portico servers remove vps"})
final class ServersRemove implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "The saved name.")
    private String name = "";

    @Option(names = "--force", description = "Even when saved shares use it.")
    private boolean force;

    ServersRemove(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble {
        Server gone;
        List<Server> left;
        try (SettingsStore store = config.open(around)) {
            gone = ServersCommand.find(store, name);
            ServersCommand.change(store, this::without);
            left = store.settings().servers();
            ServersCommand.warn(store, around);
        }
        new Words(around.out(), around.locale()).say("console.servers.removed", "name", name);
        forget(gone, left);
        return ExitCode.DONE;
    }

    /// The server is gone, whatever becomes of its secrets: a keyring that fails is only said.
    private void forget(Server gone, List<Server> left) {
        Set<Keyring.Entry> entries = new LinkedHashSet<>(Secrets.entries(gone));
        left.forEach(server -> Secrets.entries(server).forEach(entries::remove));
        boolean any = false;
        try {
            for (Keyring.Entry entry : entries) {
                any |= around.keyring().forget(entry);
            }
        } catch (ProblemException e) {
            new Words(around.err(), around.locale()).tell(e.problem());
        }
        if (any) {
            new Words(around.out(), around.locale()).say("console.servers.forgotten", "name", name);
        }
    }

    private Settings without(Settings settings) {
        List<String> users =
                settings.shares().stream()
                        .filter(share -> share.servers().contains(name))
                        .map(Share::name)
                        .toList();
        if (!force && !users.isEmpty()) {
            throw new BadInput(
                    "input.server.in-use", "name", name, "shares", String.join(", ", users));
        }
        List<String> behind =
                settings.servers().stream()
                        .filter(server -> server.way().jumps().contains(name))
                        .map(Server::name)
                        .toList();
        if (!force && !behind.isEmpty()) {
            throw new BadInput(
                    "input.server.on-the-way", "name", name, "servers", String.join(", ", behind));
        }
        return settings.withServers(
                settings.servers().stream().filter(s -> !s.name().equals(name)).toList());
    }
}
