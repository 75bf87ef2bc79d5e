package dev.portico.console;

import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Given;
import dev.portico.interop.config.servers.Imported;
import dev.portico.interop.config.servers.Imports;
import dev.portico.interop.config.servers.State;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.store.JsonLines;
import dev.portico.store.Settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// For scripts: a line for each server, and one for each finding that belongs to none.
final class ImportJson implements ImportReport {
    private final JsonLines json = new JsonLines();
    private final Surroundings around;
    private final Settings saved;

    ImportJson(Surroundings around, Settings saved) {
        this.around = around;
        this.saved = saved;
    }

    @Override
    public void show(Imports imports, List<Imported> chosen) {
        imports.findings().forEach(finding -> print(fields(finding)));
        chosen.forEach(imported -> print(fields(imported)));
    }

    @Override
    public void done(List<Imported> chosen) {
        print(Map.of("imported", chosen.stream().map(Imported::alias).toList()));
    }

    private void print(Map<String, ?> fields) {
        around.out().writeBytes((json.line(fields) + "\n").getBytes(StandardCharsets.UTF_8));
        around.out().flush();
    }

    private Map<String, Object> fields(Imported imported) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alias", imported.alias());
        fields.put("user", imported.server().user());
        fields.put("host", imported.server().host());
        fields.put("port", imported.server().port());
        if (imported.server().signIn() instanceof SignIn.KeyFiles(List<Path> keys)) {
            fields.put("keys", keys.stream().map(Path::toString).toList());
        }
        if (!imported.server().way().jumps().isEmpty()) {
            fields.put("jump", imported.server().way().jumps());
        }
        state(imported, fields);
        fields.put("lines", ImportTable.lines(imported).stream().map(this::fields).toList());
        fields.put("shares", imported.shares().stream().map(ImportJson::fields).toList());
        fields.put("findings", imported.findings().stream().map(this::fields).toList());
        return fields;
    }

    private void state(Imported imported, Map<String, Object> fields) {
        switch (imported.state(saved.server(imported.alias()))) {
            case State.New _ -> fields.put("state", "new");
            case State.Same _ -> fields.put("state", "same");
            case State.Changed(List<State.Change> changes) -> {
                fields.put("state", "changed");
                fields.put("changes", changes.stream().map(ImportJson::fields).toList());
            }
        }
    }

    private static Map<String, Object> fields(State.Change change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("part", small(change.part().name()));
        fields.put("before", change.before());
        fields.put("now", change.now());
        return fields;
    }

    private Map<String, Object> fields(Given line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", line.rest());
        fields.put("file", line.spot().file().toString());
        fields.put("line", line.spot().line());
        return fields;
    }

    private static Map<String, Object> fields(Share share) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", share.name());
        fields.put("target", share.target().text());
        fields.put("bind", share.bind());
        fields.put("port", share.port());
        return fields;
    }

    private Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("finding", small(finding.weight().name()));
        fields.put("file", finding.spot().file().toString());
        fields.put("line", finding.spot().line());
        fields.put("title", finding.words().consoleTitle(around.locale()));
        return fields;
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
