package dev.portico.interop.export;

import dev.portico.interop.SshCommand;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Commands that share the same where Portico's window is not open, safe to write into one line.
public final class ExportedCommand {
    private ExportedCommand() {}

    /// @param saved finds a saved server by its name
    /// @throws ProblemException when the way to the server leads in a ring
    public static List<String> ssh(
            Share share, Server server, Function<String, Optional<Server>> saved)
            throws ProblemException {
        int port = PublicPlace.knownPort(share, server);
        List<String> words = SshCommand.of(share, server, port, saved);
        if (words.getLast().startsWith("-")) {
            throw OneLine.refused(words.getLast()); // ssh would take it for an option
        }
        for (String word : words) {
            if (word.contains("${") && !word.startsWith("ProxyCommand=")) {
                throw OneLine.refused(word); // which ssh fills in, and nothing keeps it from that
            }
        }
        return OneLine.checked(words);
    }

    /// It watches without ports of its own: ssh notices by itself when the server is gone.
    public static List<String> autossh(
            Share share, Server server, Function<String, Optional<Server>> saved)
            throws ProblemException {
        List<String> ssh = ssh(share, server, saved);
        List<String> words = new ArrayList<>(List.of("autossh", "-M", "0"));
        words.addAll(ssh.subList(1, ssh.size()));
        return words;
    }

    /// @param program of Portico
    public static List<String> portico(String program, Share share, Server server) {
        List<String> words = new ArrayList<>(List.of(program, "share"));
        words.add(
                switch (share.target()) {
                    case Target.Tcp tcp -> tcp.text();
                    case Target.UnixSocket socket -> socket.text();
                });
        words.add("--on=" + server.name());
        words.add("--port=" + PublicPlace.knownPort(share, server));
        words.add("--bind=" + (share.bind().isEmpty() ? "*" : share.bind()));
        words.add("--name=" + share.name());
        if (share.allowWider()) {
            words.add("--allow-wider");
        }
        switch (share.proxyHeader()) {
            case NONE -> {}
            case V1, V2 -> words.add("--proxy-protocol=" + share.proxyHeader().text());
        }
        return OneLine.checked(words);
    }
}
