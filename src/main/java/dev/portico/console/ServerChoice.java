package dev.portico.console;

import dev.portico.practice.Practice;
import dev.portico.share.HostKeys;
import dev.portico.share.Problem;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.store.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// Which server, and what this command wants to be different there.
final class ServerChoice {
    @Option(
            names = "--on",
            required = true,
            paramLabel = "SERVER",
            description = "A saved name, 'practice', or [user@]host[:port].")
    private String name = "";

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

    private boolean mayBeMisspelt;

    boolean isPractice() {
        return name.equals(Server.PRACTICE);
    }

    Server practice(Practice practice, Path home) throws ProblemException {
        return changed(PracticeCommand.start(practice, 0), home);
    }

    Server saved(SettingsStore store, Path home) throws SettingsTrouble {
        Optional<Server> saved = store.settings().server(name);
        Optional<Problem> problem = store.problem();
        if (saved.isEmpty() && problem.isPresent() && ServersCommand.mayBeSavedName(name)) {
            throw new SettingsTrouble(problem.get());
        }
        mayBeMisspelt = saved.isEmpty() && ServersCommand.mayBeSavedName(name);
        return changed(saved.orElseGet(() -> Server.parse(name)), home);
    }

    /// A saved server on the way: what this command says of host keys counts there too.
    Server onTheWay(Server server, Path home) {
        return server.withHostKeys(hostKeys(server, home));
    }

    /// What was taken for a host, and may have been meant for a saved name.
    Optional<String> misspelt() {
        return mayBeMisspelt ? Optional.of(name) : Optional.empty();
    }

    private Server changed(Server server, Path home) {
        return server.withSignIn(keys.or(server.signIn(), home))
                .withHostKeys(hostKeys(server, home))
                .withWay(way.or(server.way()))
                .withConnectTimeout(timeout.or(server.connectTimeout()));
    }

    private HostKeys hostKeys(Server server, Path home) {
        Optional<Path> file =
                knownHosts == null
                        ? server.hostKeys().file()
                        : Optional.of(Given.knownHosts(knownHosts, home));
        return new HostKeys(file, acceptNew || server.hostKeys().acceptNew());
    }
}
