package dev.portico.console;

import dev.portico.share.BadInput;
import dev.portico.share.Wording;
import dev.portico.store.JsonLines;
import dev.portico.store.Parcel;
import dev.portico.store.SettingsStore;
import dev.portico.store.parcel.Arrival;
import dev.portico.store.parcel.Merge;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// Takes over servers and shares from a file of another Portico, after showing what that means.
@Command(
        name = "import",
        description = {
            "Take over servers and shares from a file that 'portico export --as portico' wrote.",
            "What that means is shown first. Shares that come in are not opened."
        },
        footer = {"", "Example:", "  portico import team.json --dry-run"})
final class ImportCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--replace",
            description = "Replace what is saved under the same name; else both are kept.")
    private boolean replace;

    @Option(names = "--json", description = "One JSON object per line; nothing is asked.")
    private boolean json;

    ImportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble {
        if (json && !yes && !dryRun) {
            throw new WrongUsage("console.usage.import-json");
        }
        try (SettingsStore store = config.open(around)) {
            ServersCommand.warn(store, around);
            return call(store);
        } catch (BadInput e) {
            return refused(e);
        }
    }

    private int call(SettingsStore store) throws SettingsTrouble {
        Parcel parcel = Parcel.read(Given.path("FILE", file, around.home()), around.home());
        Merge merge = Merge.of(store.settings(), parcel, replace);
        show(merge);
        boolean wanted =
                !dryRun
                        && !merge.isNothingNew()
                        && (yes
                                || new Agreement(around)
                                        .ask("console.import-file.ask")
                                        .orElse(false));
        if (wanted) {
            ServersCommand.change(
                    store, settings -> Merge.of(settings, parcel, replace).settings());
            merge.arrivals().stream()
                    .filter(it -> it.kind() == Arrival.Kind.SERVER && it.isSaved())
                    .flatMap(it -> store.settings().server(it.as()).stream())
                    .forEach(it -> ServersCommand.warnOfMissing(store.settings(), it, around));
        }
        end(merge, wanted);
        return ExitCode.DONE;
    }

    private int refused(BadInput e) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("ok", false);
            fields.put("title", e.consoleTitle(around.locale()));
            print(fields);
        } else {
            around.err().println(e.consoleTitle(around.locale()));
        }
        return ExitCode.PROBLEM;
    }

    private void show(Merge merge) {
        if (json) {
            merge.arrivals().forEach(arrival -> print(fields(arrival)));
            return;
        }
        new Columns(merge.arrivals().stream().map(this::row).toList()).print(around.out());
        around.out().flush();
    }

    private List<String> row(Arrival arrival) {
        String changes =
                String.join(
                        ", ",
                        arrival.changes().stream()
                                .map(c -> c.field() + ": " + c.before() + " → " + c.after())
                                .toList());
        String state = arrival.state().name().toLowerCase(Locale.ROOT);
        return List.of(
                word("console.import-file." + arrival.kind().name().toLowerCase(Locale.ROOT)),
                arrival.name(),
                word("console.import-file." + state, "name", arrival.as(), "changes", changes));
    }

    private void end(Merge merge, boolean saved) {
        long count = merge.arrivals().stream().filter(Arrival::isSaved).count();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("ok", true);
            fields.put("saved", saved);
            fields.put("count", count);
            print(fields);
            return;
        }
        String how = saved ? "saved" : merge.isNothingNew() ? "nothing" : "not-saved";
        new Words(around.out(), around.locale())
                .say("console.import-file." + how, "count", String.valueOf(count));
    }

    private static Map<String, Object> fields(Arrival arrival) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", arrival.kind().name().toLowerCase(Locale.ROOT));
        fields.put("name", arrival.name());
        fields.put("state", arrival.state().name().toLowerCase(Locale.ROOT));
        fields.put("as", arrival.as());
        fields.put("changes", arrival.changes().stream().map(ImportCommand::change).toList());
        return fields;
    }

    private static Map<String, String> change(Parcel.Change change) {
        return Map.of("field", change.field(), "before", change.before(), "after", change.after());
    }

    private String word(String key, String... facts) {
        return Wording.text(around.locale(), key, facts);
    }

    private void print(Map<String, ?> fields) {
        byte[] line = (new JsonLines().line(fields) + "\n").getBytes(StandardCharsets.UTF_8);
        around.out().writeBytes(line);
        around.out().flush();
    }
}
