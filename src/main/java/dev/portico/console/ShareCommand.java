package dev.portico.console;

import dev.portico.practice.Practice;
import dev.portico.share.ProblemException;
import dev.portico.share.Route;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.store.SettingsStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// Shares until Ctrl-C, or until nothing can open any more.
@Command(
        name = "share",
        description = "Share ports of this computer through an SSH server, until Ctrl-C.",
        footer = {
            "",
            "PORTICO_PASSWORD, PORTICO_PASSPHRASE and PORTICO_PROXY_PASSWORD are read where set.",
            "",
            "Examples:",
            "  portico share 3000 --on practice",
            "  portico share 3000 --on me@example.com",
            "  portico share 3000 nas:80 --on vps --bind '*' --json"
        })
final class ShareCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final ServerChoice choice = new ServerChoice();
    @Mixin private final WishOptions wish = new WishOptions();

    @Option(names = "--json", description = "One JSON object per line; nothing is ever asked.")
    private boolean json;

    ShareCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble, ProblemException, InterruptedException {
        wish.check();
        Closing closing = new Closing();
        try (Ending _ = new Ending(around.processEnd(), closing::close, closing::tellTheRest);
                closing) {
            Map<String, Server> onTheWay = new HashMap<>();
            Function<String, Optional<Server>> saved =
                    name -> Optional.ofNullable(onTheWay.get(name));
            Server server = server(closing, onTheWay);
            Route.check(server, saved);
            List<Share> wishes = wish.shares(server);
            Linking.Opened links = around.link(config.folder(around), json, saved);
            closing.add(links.closing());
            Sharing sharing =
                    new Sharing(
                            links.linker(),
                            new Listeners(around.proc()),
                            around.clock(),
                            server,
                            wishes,
                            report());
            closing.add(sharing);
            return sharing.run();
        }
    }

    private Server server(Closing closing, Map<String, Server> onTheWay)
            throws SettingsTrouble, ProblemException {
        if (choice.isPractice()) {
            Practice practice = around.practices().apply(0);
            closing.add(practice::close);
            return choice.practice(practice, around.home());
        }
        try (SettingsStore store = config.open(around)) {
            Server server = choice.saved(store, around.home());
            store.problem().ifPresent(new Words(around.err(), around.locale())::tell);
            store.settings()
                    .servers()
                    .forEach(s -> onTheWay.put(s.name(), choice.onTheWay(s, around.home())));
            return server;
        }
    }

    private Report report() {
        return json
                ? new JsonReport(around.out(), around.locale())
                : new TextReport(
                        new Words(around.out(), around.locale()),
                        new Words(around.err(), around.locale()),
                        choice.misspelt());
    }
}
