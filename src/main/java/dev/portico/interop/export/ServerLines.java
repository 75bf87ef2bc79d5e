package dev.portico.interop.export;

import dev.portico.interop.sshd.AuthorizedKeyLine;
import dev.portico.interop.sshd.SshdConfigBlock;
import dev.portico.interop.sshd.TunnelAccount;
import dev.portico.share.Audience;
import dev.portico.share.BadInput;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.util.List;

/// What stands on a server to let some shares through it and nothing else.
///
/// @param shares all through that server; with none it is the server's own range of ports
record ServerLines(Server server, List<Share> shares) {

    String authorizedKeys(String publicKey) {
        return head() + AuthorizedKeyLine.of(account(), publicKey) + "\n";
    }

    String sshdConfig() {
        return head() + SshdConfigBlock.of(account());
    }

    /// Tells where the lines belong, when there are those of several servers.
    private String head() {
        return "# " + OneLine.checked(server.name() + " " + server.address()) + "\n";
    }

    private TunnelAccount account() {
        if (shares.isEmpty()) {
            boolean everyone =
                    server.bind().map(Audience::of).orElse(Audience.ONLY_ON_SERVER)
                            != Audience.ONLY_ON_SERVER;
            return server.ports()
                    .map(ports -> new TunnelAccount(server.user(), ports, everyone))
                    .orElseThrow(
                            () -> new BadInput("input.export.no-ports", "name", server.name()));
        }
        return new TunnelAccount(
                server.user(),
                shares.stream().map(share -> PublicPlace.checkedPort(share, server)).toList(),
                shares.stream().anyMatch(s -> s.audience() != Audience.ONLY_ON_SERVER));
    }
}
