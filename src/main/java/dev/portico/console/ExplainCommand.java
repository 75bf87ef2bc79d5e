package dev.portico.console;

import dev.portico.interop.RemoteText;
import dev.portico.interop.ShellWords;
import dev.portico.interop.SshLine;
import dev.portico.share.Audience;
import dev.portico.share.Plain;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.share.Wording;
import dev.portico.store.JsonLines;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Says what an ssh line would share, or where it is wrong; nothing is run.
@Command(
        name = "explain",
        description = "Say what an ssh -R line shares, or where it is wrong. Nothing is run.",
        footer = {"", "Example:", "  portico explain 'ssh -R 8080:localhost:3000 me@example.com'"})
final class ExplainCommand implements Callable<Integer> {
    private static final String EVERYONE = "*";

    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "LINE",
            description = "The line, best in single quotes.")
    private List<String> line = List.of();

    @Option(names = "--json", description = "One JSON object on one line.")
    private boolean json;

    ExplainCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        String text = line.size() == 1 ? line.getFirst() : ShellWords.line(line);
        int code =
                switch (SshLine.parse(text)) {
                    case SshLine.Understood understood -> {
                        say(json ? json(fields(understood)) : words(understood));
                        yield ExitCode.DONE;
                    }
                    case SshLine.Wrong wrong -> {
                        say(json ? json(fields(wrong)) : words(text, wrong));
                        yield ExitCode.PROBLEM;
                    }
                };
        around.out().flush();
        return code;
    }

    private void say(String text) {
        around.out().writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, ?> fields) {
        return new JsonLines().line(fields);
    }

    private Map<String, Object> fields(SshLine.Understood read) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ok", true);
        Server server = read.server();
        Map<String, Object> place = new LinkedHashMap<>();
        if (!server.user().isEmpty()) {
            place.put("user", server.user());
        }
        place.put("host", server.host());
        place.put("port", server.port());
        fields.put("server", place);
        fields.put("forwards", read.forwards().stream().map(ExplainCommand::fields).toList());
        fields.put("ignored", read.ignored());
        addUnlessEmpty(fields, "jump", server.way().jumps());
        addUnlessEmpty(fields, "keys", keys(server));
        addUnlessEmpty(fields, "warnings", warnings(read));
        return fields;
    }

    private static void addUnlessEmpty(Map<String, Object> fields, String name, List<String> all) {
        if (!all.isEmpty()) {
            fields.put(name, all);
        }
    }

    private static Map<String, Object> fields(RemoteText forward) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bind", bind(forward));
        fields.put("port", forward.port().orElse(0));
        fields.put("target", forward.target().text());
        return fields;
    }

    private Map<String, Object> fields(SshLine.Wrong wrong) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ok", false);
        fields.put("offset", wrong.offset());
        fields.put("title", wrong.why().consoleTitle(around.locale()));
        fields.put("remedy", remedy(wrong));
        return fields;
    }

    private static String bind(RemoteText forward) {
        String bind = forward.bind().orElse("localhost");
        return bind.isEmpty() ? EVERYONE : bind;
    }

    private static List<String> keys(Server server) {
        return switch (server.signIn()) {
            case SignIn.KeyFiles(List<Path> paths) -> paths.stream().map(Path::toString).toList();
            case SignIn.Automatic _, SignIn.Agent _, SignIn.Password _ -> List.of();
        };
    }

    /// An empty address before the port is most often a slip.
    private List<String> warnings(SshLine.Understood read) {
        return read.forwards().stream()
                .filter(forward -> forward.bind().equals(Optional.of("")))
                .map(
                        forward ->
                                text(
                                        "console.explain.empty-bind",
                                        "port",
                                        String.valueOf(forward.port().orElse(0))))
                .toList();
    }

    private String remedy(SshLine.Wrong wrong) {
        return wrong.better()
                .map(better -> text("console.explain.better", "line", better))
                .orElseGet(() -> text("console.explain.example"));
    }

    private String words(SshLine.Understood read) {
        StringBuilder words = new StringBuilder();
        Server server = read.server();
        words.append(text("console.explain.server", "server", server.address()));
        if (!server.way().jumps().isEmpty()) {
            String jumps = String.join(", ", server.way().jumps());
            words.append(System.lineSeparator()).append(text("console.explain.jump", "by", jumps));
        }
        if (!keys(server).isEmpty()) {
            String all = Plain.text(String.join(", ", keys(server)));
            words.append(System.lineSeparator()).append(text("console.explain.keys", "keys", all));
        }
        for (RemoteText forward : read.forwards()) {
            words.append(System.lineSeparator()).append(words(forward));
        }
        for (String warning : warnings(read)) {
            words.append(System.lineSeparator()).append(warning);
        }
        if (!read.ignored().isEmpty()) {
            String ignored = Plain.text(String.join(", ", read.ignored()));
            words.append(System.lineSeparator())
                    .append(text("console.explain.ignored", "options", ignored));
        }
        return words.toString();
    }

    private String words(RemoteText forward) {
        int port = forward.port().orElse(0);
        String key =
                switch (Audience.of(bind(forward))) {
                    case EVERYONE -> "console.explain.everyone";
                    case ONLY_ON_SERVER -> "console.explain.only-on-server";
                    case ONE_ADDRESS -> "console.explain.one-address";
                };
        return text(
                key,
                "target",
                forward.target().text(),
                "port",
                port == 0 ? text("console.explain.automatic") : String.valueOf(port),
                "bind",
                bind(forward));
    }

    /// The line, what is wrong under its place, and the right form.
    private String words(String text, SshLine.Wrong wrong) {
        String shown = text.replaceAll("\\p{Cntrl}", " ");
        return wrong.why().consoleTitle(around.locale())
                + "\n  "
                + shown
                + "\n  "
                + " ".repeat(wrong.offset())
                + "^".repeat(Math.max(1, wrong.length()))
                + "\n"
                + remedy(wrong);
    }

    private String text(String key, String... facts) {
        return Wording.text(around.locale(), key, facts);
    }
}
