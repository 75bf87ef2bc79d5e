package dev.portico.doctor;

import dev.portico.share.Plain;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.Remote;
import dev.portico.share.Remotes;
import dev.portico.share.Server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes findings surer with commands that only read, which the user has seen and agreed to. Each
/// answer is marked: an account with a command of its own answers something else.
public final class InsideLook {
    private static final byte[] NOTHING = {};
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String MARK = "portico-look";
    private static final int MOST_SEEN = 12;
    private static final String WORDS =
            "allowtcpforwarding|disableforwarding|gatewayports|permitlisten|permitopen|match";

    /// What is read.
    private enum Look {
        EFFECTIVE,
        CONFIGURED,
        KEY,
        LISTENING,
        FIREWALL
    }

    private final Remotes remotes;
    private final Map<Look, String> commands;

    public InsideLook(Remotes remotes) {
        this(remotes, "/etc/ssh/sshd_config /etc/ssh/sshd_config.d/*.conf");
    }

    /// @param config the files of the server's settings, as a shell takes them
    InsideLook(Remotes remotes, String config) {
        this.remotes = remotes;
        this.commands =
                new TreeMap<>(
                        Map.of(
                                Look.EFFECTIVE,
                                "sudo -n sshd -T -C user=$(id -un),host=localhost,addr=127.0.0.1"
                                        + " | grep -Ei '^("
                                        + WORDS
                                        + ") '",
                                Look.CONFIGURED,
                                "grep -HniE '^[[:space:]]*(" + WORDS + ")' " + config,
                                Look.KEY,
                                "grep -noE '(restrict|no-port-forwarding|permitlisten=[^, ]*)'"
                                        + " ~/.ssh/authorized_keys",
                                Look.LISTENING,
                                "ss -Htln",
                                Look.FIREWALL,
                                "PATH=$PATH:/usr/sbin:/sbin; for f in ufw firewall-cmd nft"
                                        + " iptables; do command -v $f; done"));
    }

    /// To be shown before anything is run.
    public List<String> commands() {
        return List.copyOf(commands.values());
    }

    /// Signs in once more, reads, and says what speaks for each finding that failed. Where the
    /// account runs no commands, the findings stay as they are.
    public List<Finding> surer(Server server, List<Finding> findings)
            throws ProblemException, InterruptedException {
        Progress unwatched = _ -> {};
        try (Remote remote = remotes.remote(server, unwatched)) {
            Map<Look, List<String>> seen = new TreeMap<>();
            for (Map.Entry<Look, String> look : commands.entrySet()) {
                seen.put(look.getKey(), read(remote, look.getValue()));
            }
            return findings.stream().map(finding -> surer(finding, seen)).toList();
        }
    }

    private static List<String> read(Remote remote, String command)
            throws ProblemException, InterruptedException {
        String marked = "echo " + MARK + "; " + command + "; echo " + MARK;
        Remote.Ran ran = remote.run(marked, NOTHING, LIMIT);
        List<String> lines = ran.output().lines().toList();
        int first = lines.indexOf(MARK);
        int last = lines.lastIndexOf(MARK);
        return first < 0 || last <= first
                ? List.of()
                : lines.subList(first + 1, last).stream().map(Plain::text).toList();
    }

    private static Finding surer(Finding finding, Map<Look, List<String>> seen) {
        if (finding.outcome() != Outcome.FAILED) {
            return finding;
        }
        return switch (finding.check()) {
            case FORWARDING, AUTOMATIC_PORT, GATEWAY_PORTS -> finding.seeing(policy(seen));
            case PORT_RANGE, PRIVILEGED_PORTS ->
                    finding.why().equals("taken")
                            ? finding.seeing(holders(finding, seen))
                            : finding.seeing(policy(seen));
            case REACHABLE -> finding.withWays(firewalls(seen));
            default -> finding;
        };
    }

    private static List<String> policy(Map<Look, List<String>> seen) {
        return Stream.of(Look.EFFECTIVE, Look.CONFIGURED, Look.KEY)
                .flatMap(look -> lines(seen, look).stream())
                .limit(MOST_SEEN)
                .toList();
    }

    private static List<String> holders(Finding finding, Map<Look, List<String>> seen) {
        String port = ":" + finding.facts().getOrDefault("ports", finding.value()) + " ";
        return lines(seen, Look.LISTENING).stream()
                .filter(line -> line.contains(port))
                .limit(MOST_SEEN)
                .toList();
    }

    private static List<String> firewalls(Map<Look, List<String>> seen) {
        return lines(seen, Look.FIREWALL).stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .map(InsideLook::way)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> way(String program) {
        return switch (program) {
            case "ufw" -> Optional.of("ufw");
            case "firewall-cmd" -> Optional.of("firewalld");
            case "nft" -> Optional.of("nftables");
            case "iptables" -> Optional.of("iptables");
            default -> Optional.empty();
        };
    }

    private static List<String> lines(Map<Look, List<String>> seen, Look look) {
        return seen.getOrDefault(look, List.of());
    }
}
