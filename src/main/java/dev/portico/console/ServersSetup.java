package dev.portico.console;

import dev.portico.interop.ShellWords;
import dev.portico.interop.sshd.TunnelAccount;
import dev.portico.setup.AccountKey;
import dev.portico.setup.Found;
import dev.portico.setup.Plan;
import dev.portico.setup.SetUp;
import dev.portico.share.BadInput;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.store.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Makes an account at a server that may share ports and nothing else, or takes it back.
@Command(
        name = "setup",
        description = {
            "Make an account on a server that may share ports, and nothing else.",
            "Every line is shown before it is run; what does not work is taken back."
        },
        footer = {
            "",
            "PORTICO_PASSWORD, PORTICO_PASSPHRASE and PORTICO_PROXY_PASSWORD are read where set.",
            "",
            "Examples:",
            "  portico servers setup root@example.com --ports 9000-9009 --everyone",
            "  portico servers setup vps --ports 9000-9009 --script > set-up.sh",
            "  portico servers setup vps --undo"
        })
final class ServersSetup implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final SetupServer choice = new SetupServer();
    @Mixin private final SetupWish wish = new SetupWish();
    @Mixin private final SetupKey key = new SetupKey();

    @Option(names = "--script", description = "Print the script, to run there; change nothing.")
    private boolean script;

    @Option(names = "--undo", description = "Take back what set-up changed on the server.")
    private boolean undo;

    @Option(names = "--yes", description = "Run it without asking.")
    private boolean yes;

    @Option(
            names = "--save-as",
            paramLabel = "NAME",
            description = "What the server is to be called with the new account.")
    private @Nullable String saveAs;

    @Option(names = "--json", description = "One JSON object per line; nothing is ever asked.")
    private boolean json;

    ServersSetup(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble, ProblemException, InterruptedException {
        if ((json && !yes) || (script && (json || undo))) {
            throw new WrongUsage("console.usage.setup-json");
        }
        SetupReport report = new SetupReport(around, json);
        Closing closing = new Closing();
        try (Ending _ = new Ending(around.processEnd(), closing::close, closing::tellTheRest);
                SettingsStore store = config.open(around);
                closing) {
            ServersCommand.warn(store, around);
            Server server = choice.of(store, around.home());
            Linking.Opened links =
                    around.link(config.folder(around), json, store.settings()::server);
            closing.add(links.closing());
            return undo ? takeBack(server, links, report) : setUp(server, store, links, report);
        } catch (ProblemException e) {
            report.failed(e.problem());
            throw e;
        }
    }

    private int setUp(Server server, SettingsStore store, Linking.Opened links, SetupReport report)
            throws SettingsTrouble, ProblemException, InterruptedException {
        TunnelAccount account = wish.account();
        String name = name(server, store);
        AccountKey own = key.of(links.keys(), around, config.folder(around), name);
        String half = key.publicHalf(own, server, around);
        Path file = own.file();
        if (script) {
            Plan plan = new Plan(account, half, Found.NOTHING, choice.places(), wish.firewall());
            report.say(plan.script().stripTrailing());
            new Words(around.err(), around.locale())
                    .say(
                            "console.setup.script",
                            "line",
                            addLine(plan.profile(server, file, name), file));
            return ExitCode.DONE;
        }
        boolean done = false;
        try (SetUp setUp = begin(server, links)) {
            Found found = setUp.look(account.user());
            Plan plan = new Plan(account, half, found, choice.places(), wish.firewall());
            Server tunnel = plan.profile(server, file, name);
            noteFirewall(found, account);
            if (isWanted(plan.script(), "console.setup.ask", server, report)) {
                setUp.apply(plan, tunnel, report);
                done = true;
                save(store, tunnel);
                report.done(tunnel, file.toString(), "sh " + plan.undoFile());
            }
            return ExitCode.DONE;
        } finally {
            if (!done) {
                own.dropIfNew();
            }
        }
    }

    private int takeBack(Server server, Linking.Opened links, SetupReport report)
            throws ProblemException, InterruptedException {
        try (SetUp setUp = begin(server, links)) {
            String text = setUp.undoText(wish.user());
            if (text.isEmpty()) {
                throw new BadInput("input.setup.nothing", "user", wish.user());
            }
            if (isWanted(text, "console.setup.ask-undo", server, report)) {
                setUp.undo(wish.user(), report);
                report.undone(wish.user());
            }
            return ExitCode.DONE;
        }
    }

    private SetUp begin(Server server, Linking.Opened links)
            throws ProblemException, InterruptedException {
        SetUp.Tools tools =
                new SetUp.Tools(
                        links.remotes(),
                        links.linker(),
                        links.keys(),
                        around.clock(),
                        choice.places());
        return SetUp.begin(tools, server, _ -> {});
    }

    /// Every line is shown first.
    private boolean isWanted(String text, String question, Server server, SetupReport report) {
        if (json) {
            return true;
        }
        report.say(text);
        if (yes) {
            return true;
        }
        boolean wanted =
                new Agreement(around).ask(question, "server", server.address()).orElse(false);
        if (!wanted) {
            new Words(around.err(), around.locale()).say("console.setup.left");
        }
        return wanted;
    }

    private void noteFirewall(Found found, TunnelAccount account) {
        if (account.everyone() && wish.firewall().isEmpty()) {
            found.firewall()
                    .ifPresent(
                            kind ->
                                    new Words(around.err(), around.locale())
                                            .say(
                                                    "console.setup.firewall",
                                                    "kind",
                                                    kind.name().toLowerCase(around.locale())));
        }
    }

    private String name(Server server, SettingsStore store) {
        String name =
                saveAs == null
                        ? (ServersCommand.mayBeSavedName(server.name())
                                        ? server.name()
                                        : server.host().replace(':', '-'))
                                + "-"
                                + wish.user()
                        : saveAs;
        Server.checkedName(name);
        Optional<Server> there = store.settings().server(name);
        boolean isSame =
                there.map(it -> it.host().equals(server.host()) && it.user().equals(wish.user()))
                        .orElse(true);
        if (!isSame) {
            throw new BadInput("input.setup.name-taken", "name", name);
        }
        return name;
    }

    private static void save(SettingsStore store, Server tunnel) throws SettingsTrouble {
        ServersCommand.change(
                store,
                settings -> {
                    List<Server> servers = new ArrayList<>(settings.servers());
                    servers.removeIf(server -> server.name().equals(tunnel.name()));
                    servers.add(tunnel);
                    return settings.withServers(servers);
                });
    }

    private static String addLine(Server tunnel, Path key) {
        return ShellWords.line(
                List.of(
                        "portico",
                        "servers",
                        "add",
                        tunnel.name(),
                        tunnel.address(),
                        "-i",
                        key.toString(),
                        "--bind=" + tunnel.bind().orElse("localhost")));
    }
}
