package dev.portico.interop.export;

import dev.portico.interop.SshCommand;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The share as a `Host` of ssh_config(5), to be opened by `ssh -N NAME`.
public final class SshConfigBlock {
    private final List<String> lines = new ArrayList<>();

    private SshConfigBlock(Share share, Server server, List<String> words) {
        set("HostName", SshCommand.literal(server.host()));
        set("User", user(server.user()));
        Iterator<String> rest = words.subList(1, words.size() - 1).iterator();
        while (rest.hasNext()) {
            switch (rest.next()) {
                case "-p" -> set("Port", rest.next());
                case "-i" -> set("IdentityFile", quoted(rest.next()));
                case "-J" -> set("ProxyJump", jumps(rest.next()));
                case "-o" -> option(rest.next());
                case "-R" -> {
                    rest.next();
                    String listener = SshCommand.listener(share, port(share, server));
                    set("RemoteForward", listener + " " + quoted(SshCommand.target(share)));
                }
                default -> {} // -N, which only the command line has in every version
            }
        }
    }

    /// @param alias one word
    /// @param saved finds a saved server by its name
    /// @throws ProblemException when the way to the server leads in a ring
    public static String of(
            String alias, Share share, Server server, Function<String, Optional<Server>> saved)
            throws ProblemException {
        List<String> words = ExportedCommand.ssh(share, server, saved);
        SshConfigBlock block = new SshConfigBlock(share, server, words);
        return block.lines.stream()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining("", "Host " + alias + "\n", ""));
    }

    private static int port(Share share, Server server) {
        return PublicPlace.knownPort(share, server);
    }

    private void set(String key, String value) {
        lines.add(key + " " + value);
    }

    /// What stands behind `-o` is written as in the file already.
    private void option(String text) {
        int equals = text.indexOf('=');
        String key = text.substring(0, equals);
        String value = text.substring(equals + 1);
        if (!key.equals("ProxyCommand")) { // which takes its line as it is
            unquoted(value.matches("\".*\"") ? value.substring(1, value.length() - 1) : value);
        }
        set(key, value);
    }

    private static String quoted(String value) {
        String clear = unquoted(value);
        return clear.matches("[^ '#=]+") ? clear : "\"" + clear + "\"";
    }

    /// Old and new ssh disagree about an escaped character, and both fill in a `${NAME}`.
    private static String unquoted(String value) {
        if (value.indexOf('"') >= 0
                || value.contains("${")
                || value.matches(".*\\\\([\\\\' ].*)?")) {
            throw OneLine.refused(value);
        }
        return value;
    }

    /// Not a word of its line for every ssh, so that quotes would not help.
    private static String jumps(String value) {
        if (value.matches(".*[ \"'#].*")) {
            throw OneLine.refused(value);
        }
        return value;
    }

    private static String user(String value) {
        if (value.matches(".*[ \"'#\\\\%$].*")) {
            throw OneLine.refused(value);
        }
        return value;
    }
}
