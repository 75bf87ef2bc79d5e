package dev.portico.interop.config.servers;

import dev.portico.share.HostKeys;
import dev.portico.share.Proxy;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.share.Way;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What of a saved server a file can speak of; all else is the user's alone.
public enum Part {
    ADDRESS,
    SIGN_IN,
    HOST_KEYS,
    WAY,
    CONNECT_TIMEOUT,
    DEAD_AFTER,
    LEGACY;

    /// Those of the file that give it.
    public List<String> keywords() {
        return switch (this) {
            case ADDRESS -> List.of("hostname", "port", "user");
            case SIGN_IN -> List.of("identityfile", "pubkeyauthentication");
            case HOST_KEYS -> List.of("userknownhostsfile", "stricthostkeychecking");
            case WAY -> List.of("proxyjump");
            case CONNECT_TIMEOUT -> List.of("connecttimeout");
            case DEAD_AFTER -> List.of("serveraliveinterval", "serveralivecountmax");
            case LEGACY ->
                    List.of(
                            "hostkeyalgorithms",
                            "pubkeyacceptedalgorithms",
                            "kexalgorithms",
                            "ciphers",
                            "macs");
        };
    }

    public boolean isSame(Server one, Server other) {
        return take(one, other).equals(one);
    }

    /// The server with this part of the other.
    public Server take(Server server, Server from) {
        return switch (this) {
            case ADDRESS -> server.at(from.host(), from.port(), from.user());
            case SIGN_IN -> server.withSignIn(from.signIn());
            case HOST_KEYS -> server.withHostKeys(from.hostKeys());
            case WAY -> server.withWay(new Way(from.way().jumps(), server.way().proxy()));
            case CONNECT_TIMEOUT -> server.withConnectTimeout(from.connectTimeout());
            case DEAD_AFTER -> server.withDeadAfter(from.deadAfter());
            case LEGACY -> server.withLegacy(from.legacy());
        };
    }

    /// As an expert would write it.
    public String text(Server server) {
        return switch (this) {
            case ADDRESS -> server.address();
            case SIGN_IN -> keys(server.signIn());
            case HOST_KEYS -> text(server.hostKeys());
            case WAY -> {
                List<String> way = new ArrayList<>(server.way().jumps());
                server.way().proxy().map(Proxy::text).ifPresent(way::add);
                yield String.join(", ", way);
            }
            case CONNECT_TIMEOUT -> server.connectTimeout().toSeconds() + " s";
            case DEAD_AFTER -> server.deadAfter().toSeconds() + " s";
            case LEGACY -> server.legacy() ? "legacy" : "";
        };
    }

    private static String keys(SignIn signIn) {
        return switch (signIn) {
            case SignIn.Automatic _ -> "";
            case SignIn.Agent _ -> "agent";
            case SignIn.Password _ -> "password";
            case SignIn.KeyFiles(List<Path> paths) ->
                    paths.stream().map(Path::toString).collect(Collectors.joining(", "));
        };
    }

    private static String text(HostKeys keys) {
        List<String> parts = new ArrayList<>();
        keys.file().map(Path::toString).ifPresent(parts::add);
        if (keys.acceptNew()) {
            parts.add("accept-new");
        }
        return String.join(", ", parts);
    }
}
