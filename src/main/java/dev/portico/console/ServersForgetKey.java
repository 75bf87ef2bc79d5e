package dev.portico.console;

import dev.portico.share.Asker;
import dev.portico.share.BadInput;
import dev.portico.share.HostKeys;
import dev.portico.share.Keyring;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.store.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Takes back that a host key is trusted: the one deliberate way past a key that has changed.
@Command(
        name = "forget-key",
        description = {
            "Forget the host key that a server was trusted by.",
            "The next connection asks about the key that it shows then."
        },
        footer = {"", "Example:", "  portico servers forget-key vps"})
final class ServersForgetKey implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(
            index = "0",
            paramLabel = "SERVER",
            description = "A saved name, or [user@]host[:port].")
    private String name = "";

    @Option(
            names = "--known-hosts",
            paramLabel = "FILE",
            description = "Where the key stands, when not in Portico's own file.")
    private @Nullable Path knownHosts;

    private boolean mayBeMisspelt;

    ServersForgetKey(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble, ProblemException {
        Server server = server();
        Path own = config.folder(around).resolve("known_hosts");
        Linking.Opened links =
                around.linking().open(own, Asker.NOBODY, Keyring.NONE, _ -> Optional.empty());
        try {
            int forgotten = links.hostKeys().forget(server);
            if (forgotten == 0 && mayBeMisspelt) {
                throw new BadInput("input.server.unknown", "name", name);
            }
            new Words(around.out(), around.locale())
                    .say(
                            forgotten == 0
                                    ? "console.servers.no-key"
                                    : "console.servers.key-forgotten",
                            "name",
                            name);
            return ExitCode.DONE;
        } finally {
            links.closing().run();
        }
    }

    private Server server() throws SettingsTrouble {
        try (SettingsStore store = config.open(around)) {
            ServersCommand.warn(store, around);
            Optional<Server> saved = store.settings().server(name);
            mayBeMisspelt = saved.isEmpty() && ServersCommand.mayBeSavedName(name);
            Server server = saved.orElseGet(() -> Server.parse(name));
            return knownHosts == null
                    ? server
                    : server.withHostKeys(
                            new HostKeys(
                                    Optional.of(Given.knownHosts(knownHosts, around.home())),
                                    false));
        }
    }
}
