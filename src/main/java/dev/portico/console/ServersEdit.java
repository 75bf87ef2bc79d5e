package dev.portico.console;

import dev.portico.share.Server;
import dev.portico.share.ServerLink;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// Changes what is given and leaves the rest.
@Command(
        name = "edit",
        description = "Change a saved server: what is given, and nothing else.",
        footer = {"", "Example:", "  portico servers edit vps --bind '*' --connect-timeout 30"})
final class ServersEdit implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final ServerOptions options = new ServerOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The saved name.")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "[USER@]HOST[:PORT]",
            description = "Where it is now.")
    private @Nullable String address;

    @Option(
            names = "--rename",
            paramLabel = "NAME",
            description = "What it is to be called; saved shares follow.")
    private @Nullable String newName;

    ServersEdit(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble {
        String after = newName == null ? name : Server.checkedName(newName);
        try (SettingsStore store = config.open(around)) {
            Server server = ServersCommand.find(store, name);
            Server checked = edited(server, after);
            ServersCommand.change(store, settings -> edited(settings, after));
            ServersCommand.warn(store, around);
            ServersCommand.warnOfMissing(store.settings(), checked, around);
            new Words(around.out(), around.locale())
                    .say(
                            checked.equals(server)
                                    ? "console.servers.unchanged"
                                    : "console.servers.edited",
                            "name",
                            after,
                            "address",
                            checked.address());
        }
        return ExitCode.DONE;
    }

    private Settings edited(Settings settings, String after) {
        Settings edited = ServersCommand.replaced(settings, name, server -> edited(server, after));
        Settings followed =
                edited.withServers(
                        edited.servers().stream()
                                .map(server -> server.withWay(server.way().renamed(name, after)))
                                .toList());
        ServersCommand.checkWays(followed);
        return followed.withLinks(ServerLink.renamed(followed.links(), name, after))
                .withShares(
                        followed.shares().stream()
                                .map(
                                        share ->
                                                share.withServers(
                                                        share.servers().stream()
                                                                .map(
                                                                        s ->
                                                                                s.equals(name)
                                                                                        ? after
                                                                                        : s)
                                                                .toList()))
                                .toList());
    }

    private Server edited(Server server, String after) {
        return options.on(moved(server), around.home()).withName(after);
    }

    private Server moved(Server server) {
        if (address == null) {
            return server;
        }
        Server parsed = Server.parse(address);
        return server.at(
                parsed.host(),
                parsed.port(),
                address.indexOf('@') < 0 ? server.user() : parsed.user());
    }
}
