package dev.portico.console;

import dev.portico.share.HostKeys;
import dev.portico.share.Server;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// What one command wants to be different about a server, for its own time.
final class ServerChanges {
    @Mixin private final KeyOption keys = new KeyOption();
    @Mixin private final TimeoutOption timeout = new TimeoutOption();

    @Mixin private final WayOptions way = new WayOptions();

    @Option(
            names = "--known-hosts",
            paramLabel = "FILE",
            description = "Host keys to trust, instead of Portico's own and ~/.ssh/known_hosts.")
    private @Nullable Path knownHosts;

    @Option(
            names = "--accept-new-host-key",
            description = "Trust and write down the key of a server never seen before.")
    private boolean acceptNew;

    Server on(Server server, Path home) {
        return server.withSignIn(keys.or(server.signIn(), home))
                .withHostKeys(hostKeys(server, home))
                .withWay(way.or(server.way()))
                .withConnectTimeout(timeout.or(server.connectTimeout()));
    }

    /// A saved server on the way: what this command says of host keys counts there too.
    Server onTheWay(Server server, Path home) {
        return server.withHostKeys(hostKeys(server, home));
    }

    private HostKeys hostKeys(Server server, Path home) {
        Optional<Path> file =
                knownHosts == null
                        ? server.hostKeys().file()
                        : Optional.of(Given.knownHosts(knownHosts, home));
        return new HostKeys(file, acceptNew || server.hostKeys().acceptNew());
    }
}
