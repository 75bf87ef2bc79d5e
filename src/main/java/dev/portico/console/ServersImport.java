package dev.portico.console;

import dev.portico.interop.config.Here;
import dev.portico.interop.config.SshConfig;
import dev.portico.interop.config.servers.ImportChoice;
import dev.portico.interop.config.servers.Imported;
import dev.portico.interop.config.servers.Imports;
import dev.portico.interop.config.servers.State;
import dev.portico.share.BadInput;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Saves what an ssh_config names as servers, after a look at what that would change.
@Command(
        name = "import",
        description = {
            "Save the servers of an ssh_config, ~/.ssh/config when no file is named.",
            "Nothing in it is run. What is left out is said."
        },
        footer = {
            "",
            "Examples:",
            "  portico servers import --dry-run",
            "  portico servers import web db --linked",
            "  portico servers import ~/work/ssh_config --yes --shares"
        })
final class ServersImport implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(
            arity = "0..*",
            paramLabel = "[FILE] [ALIAS]",
            description = "The file, and the names to import from it; all when none is given.")
    private List<String> words = List.of();

    @Option(names = "--dry-run", description = "Look only.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Import without asking.")
    private boolean yes;

    @Option(
            names = "--linked",
            description = "Follow the file: read it anew whenever Portico starts.")
    private boolean linked;

    @Option(
            names = "--shares",
            description = "Save the RemoteForward lines as shares too; none is opened.")
    private boolean shares;

    @Option(names = "--verbose", description = "Say which line gave each value.")
    private boolean verbose;

    @Option(names = "--json", description = "One JSON object per line.")
    private boolean json;

    ServersImport(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble {
        Here here = Here.of(around.home(), around.env());
        List<String> aliases = new ArrayList<>(words);
        Path file = file(aliases, here);
        if (!Files.exists(file)) {
            throw new BadInput("input.config.absent", "file", here.text(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput("input.config.no-file", "file", here.text(file));
        }
        Imports imports = new Imports(SshConfig.read(file, here));
        List<Imported> wanted = aliases.isEmpty() ? imports.servers() : imports.withJumps(aliases);
        try (SettingsStore store = config.open(around)) {
            ServersCommand.warn(store, around);
            List<Imported> chosen = chosen(wanted, aliases, store);
            ImportReport report =
                    json
                            ? new ImportJson(around, store.settings())
                            : new ImportTable(around, here, store.settings(), verbose);
            report.show(imports, chosen);
            boolean news = shares || linked || !aliases.isEmpty() || isNews(chosen, store);
            if (!dryRun && !chosen.isEmpty() && !news) {
                new Words(around.out(), around.locale()).say("console.import.no-news");
            }
            if (dryRun || chosen.isEmpty() || !news) {
                return ExitCode.DONE;
            }
            if (!yes && !isWanted(chosen.size())) {
                return ExitCode.DONE;
            }
            save(store, new ImportChoice(file, chosen, linked, shares));
            report.done(chosen);
        }
        return ExitCode.DONE;
    }

    private static boolean isNews(List<Imported> chosen, SettingsStore store) {
        return chosen.stream()
                .anyMatch(
                        it ->
                                store.settings().link(it.alias()).isPresent()
                                        || !(it.state(store.settings().server(it.alias()))
                                                instanceof State.Same));
    }

    /// A first word that is a path, or is there, is the file.
    private Path file(List<String> aliases, Here here) {
        if (!aliases.isEmpty()) {
            String first = aliases.getFirst();
            Path path = Given.path("FILE", Path.of(first), around.home());
            if (first.contains("/") || first.contains("\\") || Files.isRegularFile(path)) {
                aliases.removeFirst();
                return path;
            }
        }
        return here.file();
    }

    /// A jump server that is saved already stays as it is, unless it is asked for.
    private static List<Imported> chosen(
            List<Imported> wanted, List<String> aliases, SettingsStore store) {
        return wanted.stream()
                .filter(
                        it ->
                                aliases.isEmpty()
                                        || aliases.contains(it.alias())
                                        || store.settings().server(it.alias()).isEmpty())
                .toList();
    }

    private boolean isWanted(int count) {
        if (json) {
            throw new WrongUsage("console.usage.import-yes");
        }
        return new Agreement(around)
                .ask("console.import.ask", "count", String.valueOf(count))
                .orElseThrow(() -> new WrongUsage("console.usage.import-yes"));
    }

    private static void save(SettingsStore store, ImportChoice choice) throws SettingsTrouble {
        ServersCommand.change(
                store,
                settings -> {
                    Settings all =
                            settings.withServers(choice.servers(settings.servers()))
                                    .withLinks(choice.links(settings.links()))
                                    .withShares(choice.shares(settings.shares()));
                    ServersCommand.checkWays(all);
                    return all;
                });
    }
}
