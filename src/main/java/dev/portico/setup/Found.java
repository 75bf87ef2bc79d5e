package dev.portico.setup;

import dev.portico.interop.sshd.FirewallLines;
import dev.portico.share.BadInput;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a look at the server showed.
///
/// @param dropIns folder whose files sshd reads too; empty when it reads none
/// @param keys where the account's keys are: a path, or one from the account's home on
/// @param firewall that runs there, as far as Portico knows it
public record Found(
        String dropIns, String keys, boolean accountIsThere, Optional<FirewallLines> firewall) {
    /// Where nobody has looked: what holds at every server.
    public static final Found NOTHING =
            new Found("", ".ssh/authorized_keys", false, Optional.empty());

    private static final Pattern LINE = Pattern.compile("portico ([a-z-]+)=(.*)");

    /// @param output of the look
    static Found read(String output, Server server, String user) throws ProblemException {
        Map<String, String> told = new HashMap<>();
        output.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> told.putIfAbsent(line.group(1), line.group(2)));
        check(told, server);
        String account = told.getOrDefault("account", "");
        if (account.matches("[^:]*:[^:]*:0:.*")) {
            throw new BadInput("input.tunnel.root");
        }
        String keys =
                keys(told.getOrDefault("keys", NOTHING.keys()), user)
                        .orElseThrow(() -> unfit(server, "keys", told.getOrDefault("keys", "")));
        return new Found(
                told.getOrDefault("drop-ins", ""),
                keys,
                !account.isEmpty(),
                Optional.ofNullable(told.get("firewall")).flatMap(Found::firewall));
    }

    private static void check(Map<String, String> told, Server server) throws ProblemException {
        if (!told.containsKey("sshd") || !told.containsKey("config")) {
            throw unfit(server, "sshd", "");
        }
        if (told.containsKey("complaint")) {
            throw unfit(server, "complaint", told.getOrDefault("complaint", ""));
        }
        if (!told.containsKey("account") && !told.containsKey("maker")) {
            throw unfit(server, "maker", "");
        }
    }

    /// A file that holds everybody's keys would let the new key in as anybody.
    private static Optional<String> keys(String files, String user) {
        return Stream.of(files.split(" "))
                .map(file -> file.startsWith("%h/") ? file.substring(3) : file)
                .filter(file -> !file.startsWith("/") || file.contains("%u"))
                .map(file -> file.replace("%u", user).replace("%%", "%"))
                .filter(file -> !file.equals("none") && !file.contains("%"))
                .findFirst();
    }

    private static Optional<FirewallLines> firewall(String name) {
        return Stream.of(FirewallLines.values()).filter(it -> it.name().equals(name)).findFirst();
    }

    static ProblemException unfit(Server server, String why, String raw) {
        return new ProblemException(
                Problem.quoting(
                        ProblemCode.SETUP_UNFIT, raw, "server", server.name(), Problem.WHY, why));
    }
}
