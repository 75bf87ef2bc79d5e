package dev.portico.link;

import com.jcraft.jsch.SSHAgentConnector;

import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Forward;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.Keyring;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// One run of the program as far as a sign-in sees it: opens a share as often as is wanted.
final class SignInRig implements AutoCloseable {
    private final Journal journal = new Journal(Clock.systemUTC());
    private final Links links;

    SignInRig(Asker asker, Keyring keyring, Optional<Path> agent) {
        links =
                new Links(
                        new KnownHostsFiles(
                                Path.of("no-known-hosts-of-our-own"), Clock.systemUTC()),
                        asker,
                        keyring,
                        new Agents(
                                agent.<List<Agents.Source>>map(
                                                socket ->
                                                        List.of(
                                                                () ->
                                                                        new SSHAgentConnector(
                                                                                socket)))
                                        .orElse(List.of()),
                                "nowhere"),
                        _ -> Optional.empty());
    }

    SignInRig(Asker asker) {
        this(asker, Keyring.NONE, Optional.empty());
    }

    /// Connects, and leaves again.
    Forward open(Server server) throws Exception {
        Share share = new Share("test", Target.parse("80"), "x", 0, "localhost");
        Doorway doorway = new Doorway("test", Gate.OPEN, new Traffic(), journal);
        try (LiveForward forward = links.open(server, share, doorway, _ -> {})) {
            return forward.forward();
        }
    }

    Problem problem(Server server) throws Exception {
        return Problems.of(() -> open(server));
    }

    @Override
    public void close() {
        links.close();
        journal.close();
    }
}
