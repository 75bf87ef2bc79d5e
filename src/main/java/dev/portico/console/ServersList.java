package dev.portico.console;

import dev.portico.interop.config.Here;
import dev.portico.interop.config.servers.Following;
import dev.portico.share.Audience;
import dev.portico.share.Plain;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Proxy;
import dev.portico.share.Server;
import dev.portico.share.ServerLink;
import dev.portico.share.SignIn;
import dev.portico.share.Wording;
import dev.portico.store.JsonLines;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Shows the saved servers, for people or for scripts.
@Command(
        name = "list",
        description = "List the saved servers.",
        footer = {"", "Example:", "  portico servers list --json"})
final class ServersList implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "One JSON object per line.")
    private boolean json;

    ServersList(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble {
        try (SettingsStore store = config.open(around)) {
            Optional<Problem> problem = store.problem();
            if (store.isReadOnly()
                    && problem.filter(p -> p.code() != ProblemCode.SETTINGS_NEWER).isPresent()
                    && store.settings().servers().isEmpty()) {
                throw new SettingsTrouble(problem.get());
            }
            ServersCommand.warn(store, around);
            print(store.settings());
        }
        return ExitCode.DONE;
    }

    private void print(Settings settings) {
        List<Server> servers = settings.servers();
        if (json) {
            JsonLines lines = new JsonLines();
            servers.forEach(
                    server ->
                            around.out()
                                    .writeBytes(
                                            (lines.line(fields(server, settings)) + "\n")
                                                    .getBytes(StandardCharsets.UTF_8)));
        } else if (servers.isEmpty()) {
            new Words(around.err(), around.locale()).say("console.servers.none");
        } else {
            new Columns(servers.stream().map(it -> row(it, settings)).toList()).print(around.out());
        }
        around.out().flush();
    }

    private List<String> row(Server server, Settings settings) {
        return List.of(
                Plain.text(server.name()),
                Plain.text(server.address()),
                Wording.text(around.locale(), "console.sign-in." + kind(server.signIn())),
                server.bind().map(this::audience).orElse(""),
                way(server, settings));
    }

    private String audience(String bind) {
        return switch (Audience.of(bind)) {
            case EVERYONE -> Wording.text(around.locale(), "console.audience.everyone");
            case ONLY_ON_SERVER -> Wording.text(around.locale(), "console.audience.only-on-server");
            case ONE_ADDRESS -> Plain.text(bind);
        };
    }

    private String way(Server server, Settings settings) {
        List<String> parts = new ArrayList<>();
        if (!server.way().jumps().isEmpty()) {
            String jumps = Plain.text(String.join(", ", server.way().jumps()));
            parts.add(Wording.text(around.locale(), "console.way.jump", "jumps", jumps));
        }
        server.way().proxy().map(Proxy::text).map(Plain::text).ifPresent(parts::add);
        if (server.legacy()) {
            parts.add(Wording.text(around.locale(), "console.way.legacy"));
        }
        settings.link(server.name()).map(this::follows).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    /// A file that says nothing of it any more is no longer followed, whatever was agreed.
    private String follows(ServerLink link) {
        Here here = Here.of(around.home(), around.env());
        boolean isFollowed = new Following(List.of(link), here).follows(link);
        String key = isFollowed ? "console.servers.follows" : "console.servers.follows.lost";
        return Wording.text(around.locale(), key, "file", here.text(link.file()));
    }

    private static String kind(SignIn signIn) {
        return switch (signIn) {
            case SignIn.Automatic _ -> "automatic";
            case SignIn.KeyFiles _ -> "keys";
            case SignIn.Agent _ -> "agent";
            case SignIn.Password _ -> "password";
        };
    }

    private static Map<String, Object> fields(Server server, Settings settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", server.name());
        fields.put("host", server.host());
        fields.put("port", server.port());
        fields.put("user", server.user());
        fields.put("signIn", kind(server.signIn()));
        if (server.signIn() instanceof SignIn.KeyFiles(List<Path> paths)) {
            fields.put("keys", new ArrayList<>(paths));
        }
        server.hostKeys().file().ifPresent(file -> fields.put("knownHosts", file));
        server.bind().ifPresent(bind -> fields.put("bind", bind));
        server.publicAddress().ifPresent(address -> fields.put("publicAddress", address));
        server.linkTemplate().ifPresent(template -> fields.put("linkTemplate", template));
        fields.put("connectTimeout", server.connectTimeout().toSeconds());
        fields.put("deadAfter", server.deadAfter().toSeconds());
        if (!server.way().jumps().isEmpty()) {
            fields.put("jump", server.way().jumps());
        }
        server.way().proxy().ifPresent(proxy -> fields.put("proxy", proxy.text()));
        if (server.legacy()) {
            fields.put("legacy", true);
        }
        settings.link(server.name()).ifPresent(link -> fields.put("follows", link.file()));
        return fields;
    }
}
