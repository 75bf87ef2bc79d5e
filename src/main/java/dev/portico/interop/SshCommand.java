package dev.portico.interop;

import dev.portico.share.HostKeys;
import dev.portico.share.ProblemException;
import dev.portico.share.Proxy;
import dev.portico.share.Route;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The command line of OpenSSH that shares the same: words as the program takes them, see
/// [ShellWords#line] for one to paste.
public final class SshCommand {
    private static final long BEATS = 3; // ssh gives up after three that were not answered

    private SshCommand() {}

    /// @param port on the server; 0 lets the server choose
    /// @param saved finds a saved server by its name
    /// @throws ProblemException when the way to the server leads in a ring
    public static List<String> of(
            Share share, Server server, int port, Function<String, Optional<Server>> saved)
            throws ProblemException {
        Route route = Route.to(server, saved);
        List<String> words = new ArrayList<>(List.of("ssh", "-N"));
        option(words, "ExitOnForwardFailure=yes");
        option(words, "ServerAliveInterval=" + Math.max(1, server.deadAfter().toSeconds() / BEATS));
        words.addAll(List.of("-R", forward(share, port)));
        words.addAll(connection(route.stops(), route.proxy()));
        return words;
    }

    private static String forward(Share share, int port) {
        return listener(share, port) + ":" + target(share);
    }

    public static String listener(Share share, int port) {
        String bind = share.bind().isEmpty() ? "*" : share.bind();
        return (bind.indexOf(':') < 0 ? bind : "[" + bind + "]") + ":" + port;
    }

    /// A colon ends a path, and a percent sign in it begins a word that ssh fills in.
    public static String target(Share share) {
        return switch (share.target()) {
            case Target.Tcp tcp -> tcp.text();
            case Target.UnixSocket(Path path) ->
                    literal(path.toString()).replace("\\", "\\\\").replace(":", "\\:");
        };
    }

    /// All that leads to the last of the stops.
    private static List<String> connection(List<Server> stops, Optional<Proxy> proxy) {
        Server server = stops.getLast();
        List<String> words = new ArrayList<>();
        signIn(words, server.signIn());
        server.hostKeys()
                .file()
                .ifPresent(file -> option(words, "UserKnownHostsFile=" + inOption(file)));
        if (server.hostKeys().acceptNew()) {
            option(words, "StrictHostKeyChecking=accept-new");
        }
        if (server.legacy()) {
            oldAlgorithms(words);
        }
        way(words, stops.subList(0, stops.size() - 1), proxy);
        words.addAll(List.of("-p", String.valueOf(server.port())));
        words.add(server.user() + "@" + server.host());
        return words;
    }

    private static void signIn(List<String> words, SignIn signIn) {
        switch (signIn) {
            case SignIn.Automatic _, SignIn.Agent _ -> {}
            case SignIn.Password _ -> option(words, "PubkeyAuthentication=no");
            case SignIn.KeyFiles(List<Path> paths) -> {
                option(words, "IdentitiesOnly=yes");
                paths.forEach(path -> key(words, path));
            }
        }
    }

    /// `-i` looks for the file before it fills in what the name stands for.
    private static void key(List<String> words, Path path) {
        if (path.toString().indexOf('%') < 0) {
            words.addAll(List.of("-i", path.toString()));
        } else {
            option(words, "IdentityFile=" + inOption(path));
        }
    }

    private static void oldAlgorithms(List<String> words) {
        option(words, "HostKeyAlgorithms=+ssh-rsa");
        option(words, "PubkeyAcceptedAlgorithms=+ssh-rsa");
        option(words, "KexAlgorithms=+diffie-hellman-group14-sha1,diffie-hellman-group1-sha1");
        option(words, "Ciphers=+aes256-cbc,aes128-cbc,3des-cbc");
        option(words, "MACs=+hmac-sha1");
    }

    /// Options of a command line do not hold for the jumps of `-J`, so that those with options of
    /// their own are passed by commands of their own.
    private static void way(List<String> words, List<Server> jumps, Optional<Proxy> proxy) {
        if (jumps.isEmpty()) {
            proxy.ifPresent(it -> option(words, "ProxyCommand=" + through(it)));
        } else if (proxy.isEmpty() && jumps.stream().allMatch(SshCommand::isUsual)) {
            String all = jumps.stream().map(Server::address).collect(Collectors.joining(","));
            words.addAll(List.of("-J", all));
        } else {
            String nested = literal(ShellWords.line(connection(jumps, proxy)));
            option(words, "ProxyCommand=ssh -W '[%h]:%p' " + nested);
        }
    }

    private static boolean isUsual(Server server) {
        boolean usualKeys =
                switch (server.signIn()) {
                    case SignIn.Automatic _, SignIn.Agent _ -> true;
                    case SignIn.KeyFiles _, SignIn.Password _ -> false;
                };
        return usualKeys && server.hostKeys().equals(HostKeys.USUAL) && !server.legacy();
    }

    private static String through(Proxy proxy) {
        List<String> words = new ArrayList<>(List.of("nc", "-X"));
        words.add(
                switch (proxy.kind()) {
                    case HTTP -> "connect";
                    case SOCKS5 -> "5";
                });
        words.addAll(List.of("-x", proxy.address()));
        proxy.user().ifPresent(user -> words.addAll(List.of("-P", user)));
        return literal(ShellWords.line(words)) + " %h %p";
    }

    /// A percent sign begins a word that ssh fills in.
    public static String literal(String text) {
        return text.replace("%", "%%");
    }

    private static String inOption(Path file) {
        String text = literal(file.toString());
        return text.matches("[^ \t']*") ? text : "\"" + text + "\"";
    }

    private static void option(List<String> words, String option) {
        words.addAll(List.of("-o", option));
    }
}
