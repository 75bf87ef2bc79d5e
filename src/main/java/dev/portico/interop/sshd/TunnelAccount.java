package dev.portico.interop.sshd;

import dev.portico.share.BadInput;
import dev.portico.share.PortRange;
import dev.portico.share.Ports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// An account of a server that may share ports, and nothing else.
///
/// @param ports on the server, each once and in order; at most [#MOST_PORTS], as sshd takes no
///     ranges and old ones no long lines
/// @param everyone whether visitors may come from anywhere; else only from the server itself
public record TunnelAccount(String user, List<Integer> ports, boolean everyone) {
    public static final int MOST_PORTS = 100;
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}");

    public TunnelAccount {
        if (!USER.matcher(user).matches()) {
            throw new BadInput("input.tunnel.user", "text", user);
        }
        if (user.equals("root")) {
            throw new BadInput("input.tunnel.root");
        }
        ports = ports.stream().map(Ports::check).distinct().sorted().toList();
        if (ports.isEmpty() || ports.size() > MOST_PORTS) {
            throw new BadInput(
                    "input.tunnel.ports",
                    "count",
                    String.valueOf(ports.size()),
                    "most",
                    String.valueOf(MOST_PORTS));
        }
    }

    public TunnelAccount(String user, PortRange ports, boolean everyone) {
        this(user, all(ports), everyone);
    }

    /// The ports in as few ranges as there can be.
    public List<PortRange> ranges() {
        List<PortRange> ranges = new ArrayList<>();
        for (int port : ports) {
            PortRange before = ranges.isEmpty() ? null : ranges.getLast();
            if (before != null && before.last() == port - 1) {
                ranges.set(ranges.size() - 1, new PortRange(before.first(), port));
            } else {
                ranges.add(new PortRange(port, port));
            }
        }
        return ranges;
    }

    private static List<Integer> all(PortRange ports) {
        return IntStream.rangeClosed(ports.first(), ports.last()).boxed().toList();
    }
}
