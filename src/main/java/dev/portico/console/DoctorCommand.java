package dev.portico.console;

import dev.portico.doctor.Examination;
import dev.portico.doctor.Finding;
import dev.portico.doctor.InsideLook;
import dev.portico.doctor.Outcome;
import dev.portico.practice.Practice;
import dev.portico.share.Audience;
import dev.portico.share.BadInput;
import dev.portico.share.PortRange;
import dev.portico.share.Ports;
import dev.portico.share.ProblemException;
import dev.portico.share.Remotes;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Examines a server or a share, and says what is broken and what mends it.
@Command(
        name = "doctor",
        description = "Examine a server or a share: what is broken, why, and what mends it.",
        footer = {
            "",
            "Nothing on the server is changed; it opens ports for a moment, and lets nobody in.",
            "",
            "Examples:",
            "  portico doctor practice",
            "  portico doctor me@example.com --target 3000 --port 9000 --bind '*'"
        })
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final ServerChanges changes = new ServerChanges();

    @Parameters(
            index = "0",
            paramLabel = "SERVER|SHARE",
            description = "A saved name, 'practice', or [user@]host[:port].")
    private String name = "";

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = "Examine it for sharing this: PORT, HOST:PORT or unix:/PATH.")
    private @Nullable String target;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port on the server that is meant, 0 for any.")
    private @Nullable String port;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "Who is to open it: * for everyone, localhost, or one address.")
    private @Nullable String bind;

    @Option(
            names = "--look-inside",
            description =
                    "Where something failed, be surer with commands that only read on the server;"
                            + " they are shown first.")
    private boolean lookInside;

    @Option(names = "--yes", description = "With --look-inside: do not ask.")
    private boolean yes;

    @Option(names = "--json", description = "One JSON object; nothing is ever asked.")
    private boolean json;

    DoctorCommand(Surroundings around) {
        this.around = around;
    }

    /// @param share where one is meant, or described
    private record Meant(Server server, Optional<Share> share) {}

    @Override
    public Integer call() throws SettingsTrouble, ProblemException, InterruptedException {
        if (json && lookInside && !yes) {
            throw new WrongUsage("console.usage.doctor-look");
        }
        Closing closing = new Closing();
        try (Ending _ = new Ending(around.processEnd(), closing::close, closing::tellTheRest);
                closing) {
            Map<String, Server> onTheWay = new HashMap<>();
            Meant meant = meant(closing, onTheWay);
            Linking.Opened links =
                    around.link(
                            config.folder(around),
                            json,
                            it -> Optional.ofNullable(onTheWay.get(it)));
            closing.add(links.closing());
            Examination examination = links.doctor().examine(meant.server(), meant.share());
            closing.add(examination::cancel);
            return report(examination, meant.server(), links.remotes());
        }
    }

    private int report(Examination examination, Server server, Remotes remotes)
            throws InterruptedException {
        FindingsReport report = new FindingsReport(around, server.name());
        int code = json ? ExitCode.DONE : report.asWords(examination);
        List<Finding> findings = examination.await().findings();
        if (lookInside && findings.stream().anyMatch(it -> it.outcome() == Outcome.FAILED)) {
            findings = surer(findings, server, new InsideLook(remotes));
            boolean surer = findings.stream().anyMatch(it -> !it.seen().isEmpty());
            if (!json && surer) {
                report.surer(findings);
            } else if (!json) {
                new Words(around.err(), around.locale()).say("console.doctor.look.nothing");
            }
        }
        return json ? report.asJson(findings) : code;
    }

    /// The commands are shown first, and run only when the user agrees.
    private List<Finding> surer(List<Finding> findings, Server server, InsideLook look)
            throws InterruptedException {
        Words err = new Words(around.err(), around.locale());
        err.say("console.doctor.look");
        look.commands().forEach(command -> around.err().println("    " + command));
        around.err().flush();
        boolean agreed =
                yes
                        || new Agreement(around)
                                .ask("console.doctor.look.ask")
                                .orElseThrow(() -> new WrongUsage("console.usage.doctor-look"));
        if (!agreed) {
            return findings;
        }
        try {
            return look.surer(server, findings);
        } catch (ProblemException e) {
            String title = e.problem().title(around.locale());
            err.say("console.doctor.look.failed", "title", title);
            return findings;
        }
    }

    private Meant meant(Closing closing, Map<String, Server> onTheWay)
            throws SettingsTrouble, ProblemException {
        if (name.equals(Server.PRACTICE)) {
            Practice practice = around.practices().apply(0);
            closing.add(practice::close);
            Server server = PracticeCommand.start(practice, 0);
            return meant(changes.on(server, around.home()), Optional.empty());
        }
        try (SettingsStore store = config.open(around)) {
            Settings settings = store.settings();
            settings.servers()
                    .forEach(s -> onTheWay.put(s.name(), changes.onTheWay(s, around.home())));
            Optional<Share> share =
                    settings.shares().stream().filter(it -> it.name().equals(name)).findFirst();
            Optional<Server> server = settings.server(name);
            if (server.isEmpty()
                    && share.isEmpty()
                    && store.problem().isPresent()
                    && ServersCommand.mayBeSavedName(name)) {
                throw new SettingsTrouble(store.problem().get());
            }
            ServersCommand.warn(store, around);
            if (server.isPresent() && share.isPresent()) {
                new Words(around.err(), around.locale()).say("console.doctor.which", "name", name);
            }
            Server meant =
                    share.map(it -> server(settings, it))
                            .or(() -> server)
                            .orElseGet(() -> Server.parse(name));
            return meant(changes.on(meant, around.home()), share);
        }
    }

    private static Server server(Settings settings, Share share) {
        if (share.server().isEmpty()) {
            throw new BadInput("input.export.no-server", "name", share.name());
        }
        return settings.server(share.server())
                .orElseThrow(() -> new BadInput("input.server.unknown", "name", share.server()));
    }

    /// With what this command wants to be different.
    private Meant meant(Server server, Optional<Share> saved) {
        if (target == null && port == null && bind == null) {
            return new Meant(server, saved);
        }
        String wishedBind =
                bind == null
                        ? saved.map(Share::bind).or(server::bind).orElse("localhost")
                        : Audience.checkedBind(bind);
        int wishedPort =
                port == null ? saved.map(Share::port).orElse(0) : Ports.parseOrAutomatic(port);
        Optional<Target> wishedTarget =
                Optional.ofNullable(target).map(Target::parse).or(() -> saved.map(Share::target));
        if (wishedTarget.isEmpty()) {
            Server changed = server.withBind(Optional.of(wishedBind));
            return new Meant(
                    wishedPort == 0
                            ? changed
                            : changed.withPorts(Optional.of(new PortRange(wishedPort, wishedPort))),
                    Optional.empty());
        }
        Share share =
                new Share(
                        saved.map(Share::name).orElse(server.name()),
                        wishedTarget.get(),
                        server.name(),
                        wishedPort,
                        wishedBind);
        return new Meant(server, Optional.of(share));
    }
}
