package dev.portico.console;

import dev.portico.share.BadInput;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/// Forgets a server, unless saved shares need it.
@Command(
        name = "remove",
        description = "Remove a saved server.",
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
        try (SettingsStore store = config.open(around)) {
            ServersCommand.find(store, name);
            ServersCommand.change(store, this::without);
            ServersCommand.warn(store, around);
        }
        new Words(around.out(), around.locale()).say("console.servers.removed", "name", name);
        return ExitCode.DONE;
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
