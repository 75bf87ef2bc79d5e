package dev.portico.console;

import dev.portico.setup.SetUpWords;
import dev.portico.setup.Tried;
import dev.portico.setup.Watcher;
import dev.portico.share.Problem;
import dev.portico.share.Server;
import dev.portico.store.JsonLines;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Tells how a set-up goes, line by line: to people, or to a script.
final class SetupReport implements Watcher {
    private final Surroundings around;
    private final boolean json;
    private final SetUpWords words;

    SetupReport(Surroundings around, boolean json) {
        this.around = around;
        this.json = json;
        this.words = new SetUpWords(around.locale());
    }

    @Override
    public synchronized void step(String name, String said) {
        if (json) {
            line("step", Map.of("step", name, "words", said));
        } else {
            say(words.step(name, said));
        }
    }

    @Override
    public synchronized void tried(Tried tried) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("what", tried.what().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            fields.put("wanted", tried.what().isAllowed() ? "works" : "refused");
            fields.put("ok", tried.well());
            line("tried", fields);
        } else {
            say(words.tried(tried));
        }
    }

    synchronized void done(Server tunnel, String key, String undo) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("server", tunnel.name());
            fields.put("user", tunnel.user());
            fields.put("host", tunnel.host());
            fields.put("port", tunnel.port());
            fields.put("ports", tunnel.ports().map(ports -> ports.text()).orElse(""));
            fields.put("key", key);
            fields.put("undo", undo);
            line("done", fields);
        } else {
            new Words(around.out(), around.locale())
                    .say("console.setup.done", "name", tunnel.name(), "key", key, "undo", undo);
        }
    }

    synchronized void undone(String user) {
        if (json) {
            line("undone", Map.of("user", user));
        } else {
            new Words(around.out(), around.locale()).say("console.setup.undone", "user", user);
        }
    }

    /// For scripts; people read it elsewhere.
    synchronized void failed(Problem problem) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("code", problem.code().code());
            fields.put("title", problem.title(around.locale()));
            fields.put("remedy", problem.consoleRemedy(around.locale()));
            fields.put("raw", problem.raw());
            line("failed", Map.of("problem", fields));
        }
    }

    void say(String text) {
        around.out().writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
        around.out().flush();
    }

    private void line(String event, Map<String, ?> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", event);
        fields.put("at", around.clock().instant());
        fields.putAll(more);
        say(new JsonLines().line(fields));
    }
}
