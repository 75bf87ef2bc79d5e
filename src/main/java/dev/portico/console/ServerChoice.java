package dev.portico.console;

import dev.portico.practice.Practice;
import dev.portico.share.Problem;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.store.SettingsStore;

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

    @Mixin private final ServerChanges changes = new ServerChanges();

    private boolean mayBeMisspelt;

    boolean isPractice() {
        return name.equals(Server.PRACTICE);
    }

    Server practice(Practice practice, Path home) throws ProblemException {
        return changes.on(PracticeCommand.start(practice, 0), home);
    }

    Server saved(SettingsStore store, Path home) throws SettingsTrouble {
        Optional<Server> saved = store.settings().server(name);
        Optional<Problem> problem = store.problem();
        if (saved.isEmpty() && problem.isPresent() && ServersCommand.mayBeSavedName(name)) {
            throw new SettingsTrouble(problem.get());
        }
        mayBeMisspelt = saved.isEmpty() && ServersCommand.mayBeSavedName(name);
        return changes.on(saved.orElseGet(() -> Server.parse(name)), home);
    }

    Server onTheWay(Server server, Path home) {
        return changes.onTheWay(server, home);
    }

    /// What was taken for a host, and may have been meant for a saved name.
    Optional<String> misspelt() {
        return mayBeMisspelt ? Optional.of(name) : Optional.empty();
    }
}
