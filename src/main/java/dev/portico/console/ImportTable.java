package dev.portico.console;

import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Given;
import dev.portico.interop.config.Here;
import dev.portico.interop.config.Spot;
import dev.portico.interop.config.servers.Imported;
import dev.portico.interop.config.servers.Imports;
import dev.portico.interop.config.servers.Part;
import dev.portico.interop.config.servers.State;
import dev.portico.share.Plain;
import dev.portico.share.Share;
import dev.portico.share.Wording;
import dev.portico.store.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// For people: a table, and below it what is to be known about each line.
final class ImportTable implements ImportReport {
    private final Surroundings around;
    private final Here here;
    private final Settings saved;
    private final boolean verbose;
    private final Words out;
    private final Words err;

    ImportTable(Surroundings around, Here here, Settings saved, boolean verbose) {
        this.around = around;
        this.here = here;
        this.saved = saved;
        this.verbose = verbose;
        this.out = new Words(around.out(), around.locale());
        this.err = new Words(around.err(), around.locale());
    }

    @Override
    public void show(Imports imports, List<Imported> chosen) {
        if (imports.servers().isEmpty()) {
            err.say("console.import.none", "file", here.text(imports.config().file()));
        }
        new Columns(chosen.stream().map(this::row).toList()).print(around.out());
        chosen.forEach(this::below);
        around.out().flush();
        imports.findings(chosen).stream()
                .filter(it -> verbose || it.weight() != Finding.Weight.NOT_NEEDED)
                .forEach(this::tell);
    }

    @Override
    public void done(List<Imported> chosen) {
        out.say("console.import.done", "count", String.valueOf(chosen.size()));
    }

    private List<String> row(Imported imported) {
        String through = Part.WAY.text(imported.server());
        return List.of(
                Plain.text(imported.alias()),
                Plain.text(imported.server().address()),
                Plain.text(Part.SIGN_IN.text(imported.server())),
                through.isEmpty() ? "" : word("console.import.through", "jumps", through),
                word(
                        switch (imported.state(saved.server(imported.alias()))) {
                            case State.New _ -> "console.import.new";
                            case State.Same _ -> "console.import.same";
                            case State.Changed _ -> "console.import.changed";
                        }));
    }

    private void below(Imported imported) {
        if (imported.state(saved.server(imported.alias())) instanceof State.Changed changed) {
            for (State.Change change : changed.changes()) {
                out.sayBelow(
                        "console.import.change",
                        "name",
                        imported.alias(),
                        "part",
                        part(change.part()),
                        "before",
                        orNone(change.before()),
                        "now",
                        orNone(change.now()));
            }
        }
        if (verbose) {
            lines(imported)
                    .forEach(
                            line ->
                                    out.sayBelow(
                                            "console.import.line",
                                            "name",
                                            imported.alias(),
                                            "text",
                                            line.rest(),
                                            "spot",
                                            text(line.spot())));
            imported.shares().stream()
                    .map(Share::name)
                    .forEach(name -> out.sayBelow("console.import.share", "name", name));
        }
    }

    static List<Given> lines(Imported imported) {
        List<Given> lines = new ArrayList<>();
        for (Part part : Part.values()) {
            if (imported.given().contains(part)) {
                lines.addAll(imported.lines(part));
            }
        }
        return lines;
    }

    private void tell(Finding finding) {
        err.stream()
                .println(
                        Plain.text(text(finding.spot()))
                                + ": "
                                + finding.words().consoleTitle(around.locale()));
        err.stream().flush();
    }

    private String text(Spot spot) {
        String file = here.text(spot.file());
        return spot.line() == 0 ? file : file + ":" + spot.line();
    }

    private String part(Part part) {
        return word("config.part." + part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String orNone(String text) {
        return text.isEmpty() ? word("console.import.nothing") : text;
    }

    private String word(String key, String... facts) {
        return Wording.text(around.locale(), key, facts);
    }
}
