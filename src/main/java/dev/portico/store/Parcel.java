package dev.portico.store;

import dev.portico.share.Audience;
import dev.portico.share.BadInput;
import dev.portico.share.HostKeys;
import dev.portico.share.Plain;
import dev.portico.share.Ports;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Servers and shares to hand to others, in the form of the settings. What only this computer
/// knows or decides stays behind: which host keys it trusts, which ports it was given, whom it
/// turned away, and whether a share is open.
public record Parcel(List<Server> servers, List<Share> shares) {
    static final int MOST_BYTES = 4 << 20;
    static final int MOST_SERVERS = 500;
    static final int MOST_SHARES = 5_000;
    private static final Path HOME = Path.of("~");

    /// What differs between two of a kind, as the file has it; empty where it says nothing.
    public record Change(String field, String before, String after) {}

    public Parcel {
        servers = servers.stream().map(Parcel::ofEveryone).toList();
        shares = shares.stream().map(Parcel::ofEveryone).toList();
    }

    /// Those shares with all servers that they need, and these servers.
    public static Parcel of(Settings settings, List<Share> shares, List<Server> servers) {
        Set<Server> all = new LinkedHashSet<>();
        servers.forEach(server -> with(server, settings, all));
        shares.stream()
                .flatMap(share -> share.servers().stream())
                .flatMap(name -> settings.server(name).stream())
                .forEach(server -> with(server, settings, all));
        return new Parcel(List.copyOf(all), shares);
    }

    private static void with(Server server, Settings settings, Set<Server> all) {
        if (all.add(server)) {
            server.way().jumps().stream()
                    .flatMap(jump -> settings.server(jump).stream())
                    .forEach(jump -> with(jump, settings, all));
        }
    }

    /// @throws BadInput when nothing can be made of the file as a whole
    public static Parcel read(Path file, Path home) {
        SettingsJson json = new SettingsJson();
        try {
            Fields fields = json.parse(content(file));
            if (json.version(fields) > Settings.VERSION) {
                throw bad("newer", file, String.valueOf(json.version(fields)));
            }
            Settings read = json.settings(fields);
            checkSize(read, file);
            read.servers().forEach(Parcel::check);
            read.shares().forEach(Parcel::check);
            return new Parcel(
                    read.servers().stream().map(server -> keys(server, home::resolve)).toList(),
                    read.shares());
        } catch (UnfitSettings e) {
            throw bad("unfit", file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw bad("unreadable", file, Words.of(e));
        }
    }

    /// @param home of the user, which is another one elsewhere
    public String text(Path home) {
        UnaryOperator<Path> shorter =
                key -> key.startsWith(home) ? HOME.resolve(home.relativize(key)) : key;
        Parcel movable =
                new Parcel(servers.stream().map(s -> written(s, shorter)).toList(), shares);
        return new String(new SettingsJson().bytes(movable), StandardCharsets.UTF_8);
    }

    /// Whether [#text] would write the same of both.
    public static boolean isSame(Server one, Server other) {
        return ofEveryone(one).equals(ofEveryone(other));
    }

    /// Whether [#text] would write the same of both.
    public static boolean isSame(Share one, Share other) {
        return ofEveryone(one).equals(ofEveryone(other));
    }

    /// What [#text] would write differently.
    public static List<Change> changes(Server before, Server after) {
        return new SettingsJson().changes(ofEveryone(before), ofEveryone(after));
    }

    /// What [#text] would write differently.
    public static List<Change> changes(Share before, Share after) {
        return new SettingsJson().changes(ofEveryone(before), ofEveryone(after));
    }

    private static Server ofEveryone(Server server) {
        return server.withHostKeys(HostKeys.USUAL);
    }

    private static Share ofEveryone(Share share) {
        return share.withOn(false).withLastPorts(Map.of()).withBlocked(List.of());
    }

    private static byte[] content(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw bad("irregular", file, "");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw bad("large", file, "");
            }
            return bytes;
        }
    }

    private static void checkSize(Settings read, Path file) {
        if (read.servers().isEmpty() && read.shares().isEmpty()) {
            throw bad("empty", file, "");
        }
        if (read.servers().size() > MOST_SERVERS || read.shares().size() > MOST_SHARES) {
            throw bad("large", file, "");
        }
    }

    private static void check(Server server) {
        Server.checkedName(server.name());
        Server.checkedUser(server.user());
        server.bind().ifPresent(Audience::checkedBind);
        server.publicAddress().ifPresent(it -> Ports.split(it.contains(":") ? "[" + it + "]" : it));
    }

    private static void check(Share share) {
        if (!Plain.isName(share.name()) || !Plain.isName(share.group())) {
            throw new BadInput("input.share.name-wrong", "name", share.name());
        }
        Audience.checkedBind(share.bind());
    }

    private static Server keys(Server server, UnaryOperator<Path> resolve) {
        return written(
                server,
                key ->
                        key.startsWith(HOME) && key.getNameCount() > 1
                                ? resolve.apply(key.subpath(1, key.getNameCount()))
                                : key);
    }

    private static Server written(Server server, UnaryOperator<Path> change) {
        return server.signIn() instanceof SignIn.KeyFiles(List<Path> keys)
                ? server.withSignIn(new SignIn.KeyFiles(keys.stream().map(change).toList()))
                : server;
    }

    private static BadInput bad(String why, Path file, String reason) {
        return new BadInput("input.parcel." + why, "file", file.toString(), "reason", reason);
    }
}
