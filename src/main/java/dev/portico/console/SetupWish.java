package dev.portico.console;

import dev.portico.interop.sshd.FirewallLines;
import dev.portico.interop.sshd.TunnelAccount;
import dev.portico.share.BadInput;
import dev.portico.share.PortRange;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.stream.Stream;

/// The account that a server is to get.
final class SetupWish {
    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The account for shares; made there if it is not there. Default: tunnel.")
    private String user = "tunnel";

    @Option(
            names = "--ports",
            paramLabel = "PORTS",
            description = "Ports on the server that it may share, such as 9000-9009.")
    private @Nullable String ports;

    @Option(
            names = "--everyone",
            description = "Visitors may come from anywhere, and not only from the server itself.")
    private boolean everyone;

    @Option(
            names = "--firewall",
            paramLabel = "KIND",
            description = "Open the ports in this firewall: ufw, firewalld, nft or iptables.")
    private @Nullable String firewall;

    String user() {
        return user;
    }

    TunnelAccount account() {
        if (ports == null) {
            throw new WrongUsage("console.usage.setup-ports");
        }
        return new TunnelAccount(user, PortRange.parse(ports), everyone);
    }

    Optional<FirewallLines> firewall() {
        return Optional.ofNullable(firewall).map(SetupWish::kind);
    }

    private static FirewallLines kind(String name) {
        return Stream.of(FirewallLines.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("input.setup.firewall", "text", name));
    }
}
