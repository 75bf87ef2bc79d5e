package dev.portico.interop.config.servers;

import dev.portico.interop.config.Finding;
import dev.portico.interop.config.ForwardWords;
import dev.portico.interop.config.Given;
import dev.portico.interop.config.Resolved;
import dev.portico.share.Audience;
import dev.portico.share.BadInput;
import dev.portico.share.Ports;
import dev.portico.share.Share;
import dev.portico.share.Target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The `RemoteForward` lines of an alias as shares; none is opened by that.
final class ForwardShares {
    private final Resolved resolved;
    private final List<Finding> findings;
    private final Set<String> names = new HashSet<>();

    ForwardShares(Resolved resolved, List<Finding> findings) {
        this.resolved = resolved;
        this.findings = findings;
    }

    List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (Given line : resolved.forwards()) {
            try {
                shares.add(share(resolved.forward(line)));
            } catch (BadInput e) {
                findings.add(new Finding(line.spot(), Finding.Weight.LEFT_OUT, "remoteforward", e));
            }
        }
        return shares;
    }

    private Share share(ForwardWords forward) {
        if (forward.listenPath().isPresent()) {
            throw new BadInput("input.config.remote-socket", "text", forward.listenPath().get());
        }
        if (forward.isProxy()) {
            throw new BadInput("input.config.socks");
        }
        Target target = target(forward);
        String bind = forward.bind().map(ForwardShares::bind).orElse("localhost");
        List<String> server = List.of(resolved.alias());
        return new Share(name(target), target, server, forward.port(), bind, false, false);
    }

    private static String bind(String text) {
        return text.isEmpty() ? "*" : Audience.checkedBind(text);
    }

    private static Target target(ForwardWords forward) {
        Optional<String> path = forward.targetPath();
        return Target.parse(
                path.isPresent()
                        ? "unix:" + path.get()
                        : Ports.join(forward.targetHost(), forward.targetPort()));
    }

    private String name(Target target) {
        String first = resolved.alias() + " " + target.shortName();
        String name = first;
        for (int i = 2; !names.add(name); i++) {
            name = first + "-" + i;
        }
        return name;
    }
}
