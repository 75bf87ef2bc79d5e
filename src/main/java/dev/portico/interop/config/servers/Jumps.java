package dev.portico.interop.config.servers;

import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Given;
import dev.portico.interop.config.Jump;
import dev.portico.interop.config.Resolved;
import dev.portico.interop.config.Spot;
import dev.portico.interop.config.SshConfig;
import dev.portico.share.BadInput;
import dev.portico.share.Ports;
import dev.portico.share.Server;
import dev.portico.share.Way;

import java.util.ArrayList;
import java.util.List;

/// The jump servers of an alias: aliases of the same file by their names, so that they become saved
/// servers too, and others by their addresses.
final class Jumps {
    private final SshConfig config;
    private final Resolved resolved;
    private final List<Finding> findings;

    Jumps(SshConfig config, Resolved resolved, List<Finding> findings) {
        this.config = config;
        this.resolved = resolved;
        this.findings = findings;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Jump jump : resolved.jumps()) {
            names.add(name(jump));
        }
        return Way.jumps(String.join(",", names));
    }

    private String name(Jump jump) {
        if (jump.host().indexOf(':') >= 0) {
            return address(jump, jump.host(), resolved.here().user(), Server.SSH);
        }
        Resolved stop = config.resolve(jump.host());
        boolean own = config.aliases().contains(jump.host());
        boolean same =
                (jump.user().isEmpty() || jump.user().equals(stop.user()))
                        && (jump.port() == 0 || jump.port() == stop.port());
        if (own && same) {
            return jump.host();
        }
        if (own && (!stop.identityFiles().isEmpty() || !stop.jumps().isEmpty())) {
            Spot spot = resolved.first("proxyjump").map(Given::spot).orElseThrow();
            findings.add(
                    new Finding(
                            spot,
                            Finding.Weight.LEFT_OUT,
                            "proxyjump",
                            new BadInput("input.config.jump-own", "text", jump.text())));
        }
        return address(jump, stop.host(), stop.user(), stop.port());
    }

    /// With a user and a port, so that it can be no saved name.
    private static String address(Jump jump, String host, String user, int port) {
        String who = jump.user().isEmpty() ? user : jump.user();
        return who + "@" + Ports.join(host, jump.port() == 0 ? port : jump.port());
    }
}
