package dev.portico.link;

import dev.portico.share.Server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Which known_hosts files count for a server: the one that its profile names, or Portico's own
/// and, to be read only, the user's.
///
/// @param own where Portico writes
/// @param taken in this run
record KnownHostsFiles(Path own, Clock clock, TakenKeys taken) {

    /// Those of a run that has taken no key yet.
    KnownHostsFiles(Path own, Clock clock) {
        this(own, clock, new TakenKeys());
    }

    /// The first is the one to write to.
    List<KnownHostsFile> of(Server server) {
        return server.hostKeys()
                .file()
                .map(file -> List.of(new KnownHostsFile(file, clock, taken)))
                .orElseGet(
                        () ->
                                List.of(
                                        new KnownHostsFile(own, clock, taken),
                                        new KnownHostsFile(users(), clock, taken)));
    }

    private static Path users() {
        return Path.of(System.getProperty("user.home", ""), ".ssh", "known_hosts");
    }
}
