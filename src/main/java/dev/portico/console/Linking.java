package dev.portico.console;

import dev.portico.doctor.Examining;
import dev.portico.share.Asker;
import dev.portico.share.HostKeyBook;
import dev.portico.share.KeyMaker;
import dev.portico.share.Keyring;
import dev.portico.share.Linker;
import dev.portico.share.Remotes;
import dev.portico.share.Server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Where the console gets its way to servers from; the room that speaks SSH stays out of sight.
@FunctionalInterface
public interface Linking {

    /// @param closing ends all sessions
    record Opened(
            Linker linker,
            Remotes remotes,
            KeyMaker keys,
            HostKeyBook hostKeys,
            Examining doctor,
            Runnable closing) {}

    /// @param ownKnownHosts the file in which Portico writes down the host keys it trusts
    /// @param keyring where the user may have secrets kept
    /// @param saved finds the profile of a jump server by its name
    Opened open(
            Path ownKnownHosts,
            Asker asker,
            Keyring keyring,
            Function<String, Optional<Server>> saved);
}
