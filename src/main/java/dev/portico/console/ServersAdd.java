package dev.portico.console;

import dev.portico.share.Server;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Saves a server under a name.
@Command(
        name = "add",
        description = "Save a server under a name.",
        footer = {
            "",
            "PORTICO_PASSWORD, PORTICO_PASSPHRASE and PORTICO_PROXY_PASSWORD are read where set.",
            "",
            "Example:",
            "  portico servers add vps me@example.com:22 --bind localhost"
        })
final class ServersAdd implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final ServerOptions options = new ServerOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "What it is to be called.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "[USER@]HOST[:PORT]", description = "Where it is.")
    private String address = "";

    ServersAdd(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble {
        options.refuseEmpty();
        Server parsed = Server.parse(address).withName(Server.checkedName(name));
        Server server = options.on(parsed, around.home());
        try (SettingsStore store = config.open(around)) {
            ServersCommand.change(
                    store,
                    settings -> {
                        List<Server> servers = new ArrayList<>(settings.servers());
                        servers.add(server);
                        Settings all = settings.withServers(servers);
                        ServersCommand.checkWays(all);
                        return all;
                    });
            ServersCommand.warn(store, around);
            ServersCommand.warnOfMissing(store.settings(), server, around);
        }
        new Words(around.out(), around.locale())
                .say("console.servers.added", "name", name, "address", server.address());
        return ExitCode.DONE;
    }
}
