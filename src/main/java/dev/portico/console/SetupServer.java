package dev.portico.console;

import dev.portico.setup.Places;
import dev.portico.share.HostKeys;
import dev.portico.share.Server;
import dev.portico.store.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;

/// The server that is to be set up, as somebody signs in there who may become root.
final class SetupServer {
    @Parameters(
            index = "0",
            paramLabel = "SERVER",
            description = "A saved name, or [user@]host[:port]: root, or who may use sudo there.")
    private String name = "";

    @Mixin private final KeyOption keys = new KeyOption();
    @Mixin private final TimeoutOption timeout = new TimeoutOption();

    @Option(
            names = "--known-hosts",
            paramLabel = "FILE",
            description = "Host keys to trust, instead of Portico's own and ~/.ssh/known_hosts.")
    private @Nullable Path knownHosts;

    @Option(
            names = "--accept-new-host-key",
            description = "Trust and write down the key of a server never seen before.")
    private boolean acceptNew;

    @Option(
            names = "--sshd-config",
            paramLabel = "FILE",
            description = "Configuration of sshd there; /etc/ssh/sshd_config when not given.")
    private String config = Places.USUAL.config();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the way back is kept there; /var/lib/portico when not given.")
    private String state = Places.USUAL.state();

    @Option(
            names = "--reload",
            paramLabel = "COMMAND",
            description = "What makes sshd read its configuration again, when not systemd.")
    private String reload = Places.USUAL.reload();

    Server of(SettingsStore store, Path home) {
        Server server = store.settings().server(name).orElseGet(() -> Server.parse(name));
        Optional<Path> file =
                knownHosts == null
                        ? server.hostKeys().file()
                        : Optional.of(Given.knownHosts(knownHosts, home));
        return server.withSignIn(keys.or(server.signIn(), home))
                .withHostKeys(new HostKeys(file, acceptNew || server.hostKeys().acceptNew()))
                .withConnectTimeout(timeout.or(server.connectTimeout()));
    }

    Places places() {
        return new Places(config, state, reload);
    }
}
