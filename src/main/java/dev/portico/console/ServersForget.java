package dev.portico.console;

import dev.portico.share.Keyring;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Secrets;
import dev.portico.share.Server;
import dev.portico.store.SettingsStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// Takes what was saved for a server's sign-in out of the system's keyring.
@Command(
        name = "forget",
        description = "Forget the saved password and passphrases of a server.",
        footer = {
            "",
            "They are in the keyring of the system, where you had them remembered.",
            "",
            "Examples:",
            "  portico servers forget vps",
            "  portico servers forget me@example.com -i ~/.ssh/tunnel"
        })
final class ServersForget implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final KeyOption key = new KeyOption();

    @Parameters(
            index = "0",
            paramLabel = "SERVER",
            description = "A saved name, or user@host[:port].")
    private String name = "";

    ServersForget(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble, ProblemException {
        Server server;
        try (SettingsStore store = config.open(around)) {
            server =
                    name.indexOf('@') >= 0
                            ? store.settings().server(name).orElseGet(() -> Server.parse(name))
                            : ServersCommand.find(store, name);
            ServersCommand.warn(store, around);
        }
        server = server.withSignIn(key.or(server.signIn(), around.home()));
        if (!around.keyring().isThere()) {
            throw new ProblemException(Problem.of(ProblemCode.KEYRING_FAILED, "none was found"));
        }
        int forgotten = 0;
        for (Keyring.Entry entry : Secrets.entries(server)) {
            forgotten += around.keyring().forget(entry) ? 1 : 0;
        }
        new Words(around.out(), around.locale())
                .say(
                        forgotten == 0 ? "console.servers.nothing" : "console.servers.forgotten",
                        "name",
                        name);
        return ExitCode.DONE;
    }
}
