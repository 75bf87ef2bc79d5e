package dev.portico.console;

import dev.portico.setup.Places;
import dev.portico.share.Server;
import dev.portico.store.SettingsStore;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/// The server that is to be set up, as somebody signs in there who may become root.
final class SetupServer {
    @Parameters(
            index = "0",
            paramLabel = "SERVER",
            description = "A saved name, or [user@]host[:port]: root, or who may use sudo there.")
    private String name = "";

    @Mixin private final ServerChanges changes = new ServerChanges();

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
        return changes.on(server, home);
    }

    Places places() {
        return new Places(config, state, reload);
    }
}
