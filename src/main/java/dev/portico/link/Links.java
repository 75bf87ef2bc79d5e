package dev.portico.link;

import com.jcraft.jsch.PacketSession;

import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Forward;
import dev.portico.share.HostKeyBook;
import dev.portico.share.Keyring;
import dev.portico.share.Linker;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.Remote;
import dev.portico.share.Remotes;
import dev.portico.share.Secrets;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState.Step;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// All links, one per server. Who wants a server that somebody is connecting to joins that attempt;
/// the last to let go of a link ends it.
public final class Links implements Linker, Remotes, HostKeyBook, AutoCloseable {
    private final KnownHostsFiles knownHosts;
    private final Connector connector;
    private final Secrets secrets;
    private final Map<Server, SharedLink> links = new HashMap<>();
    private final Set<SharedLink> alone = new HashSet<>(); // guarded like the others, by links

    /// Links that know of no saved servers.
    ///
    /// @param ownKnownHosts where host keys that the user trusts are written
    public Links(Path ownKnownHosts, Asker asker) {
        this(ownKnownHosts, asker, Keyring.NONE, _ -> Optional.empty(), Clock.systemUTC());
    }

    /// @param ownKnownHosts where host keys that the user trusts are written
    /// @param keyring where the user may have secrets kept
    /// @param saved finds a saved server by its name: some are on the way to others
    public Links(
            Path ownKnownHosts,
            Asker asker,
            Keyring keyring,
            Function<String, Optional<Server>> saved,
            Clock clock) {
        this(
                new KnownHostsFiles(ownKnownHosts, clock),
                asker,
                keyring,
                Agents.ofThisSystem(System.getProperty("os.name", ""), System.getenv()),
                saved);
    }

    Links(
            KnownHostsFiles knownHosts,
            Asker asker,
            Keyring keyring,
            Agents agents,
            Function<String, Optional<Server>> saved) {
        PacketSession.check();
        Identities.prepare();
        prepare();
        this.knownHosts = knownHosts;
        this.secrets = new Secrets(asker, keyring);
        this.connector = new Connector(knownHosts, asker, secrets, agents, saved);
    }

    /// Begins what makes the first link fast, in the background; worth calling early. More calls do
    /// nothing.
    public static void prepare() {
        CipherExercise.beginOnce();
    }

    @Override
    public LiveForward open(Server server, Share share, Doorway doorway, Progress progress)
            throws ProblemException, InterruptedException {
        return open(join(server, progress), share, doorway, progress);
    }

    @Override
    public Linker alone() {
        return (server, share, doorway, progress) ->
                open(joinAlone(server, progress), share, doorway, progress);
    }

    @Override
    public Remote remote(Server server, Progress progress)
            throws ProblemException, InterruptedException {
        return apart(server, progress, RemoteSession::new);
    }

    /// Signs in anew, for a look at the server. Blocks until it has, or could not.
    ///
    /// @param progress told each step, on another thread
    public TrialSession examine(Server server, Progress progress)
            throws ProblemException, InterruptedException {
        return apart(server, progress, TrialSession::new);
    }

    /// @param use takes a link that is nobody else's, and what lets go of it
    private <T> T apart(Server server, Progress progress, BiFunction<Link, Runnable, T> use)
            throws ProblemException, InterruptedException {
        SharedLink own = joinAlone(server, progress);
        boolean opened = false;
        try {
            T made = use.apply(own.await(progress), () -> leave(own));
            opened = true;
            return made;
        } finally {
            if (!opened) {
                leave(own);
            }
        }
    }

    private LiveForward open(SharedLink shared, Share share, Doorway doorway, Progress progress)
            throws ProblemException, InterruptedException {
        boolean opened = false;
        try {
            Link link = shared.await(progress);
            progress.reached(Step.PORT);
            RemoteForward granted = link.forward(share, doorway, progress);
            LiveForward forward = new Held(granted, () -> leave(shared));
            opened = true;
            return forward;
        } finally {
            if (!opened) {
                leave(shared);
            }
        }
    }

    @Override
    public int forget(Server server) throws ProblemException {
        KnownHostsFile file = knownHosts.of(server).getFirst();
        try {
            return file.forget(KnownHosts.name(server));
        } catch (IOException e) {
            throw new ProblemException(KnownHosts.unreadable(server, file, e), e);
        }
    }

    @Override
    public void close() {
        List<SharedLink> open;
        synchronized (links) {
            open = Stream.concat(links.values().stream(), alone.stream()).toList();
            links.clear();
            alone.clear();
        }
        open.forEach(SharedLink::end);
        connector.close();
        secrets.close();
    }

    private SharedLink joinAlone(Server server, Progress progress) {
        synchronized (links) {
            SharedLink own = new SharedLink(server, connector);
            alone.add(own);
            own.join(progress);
            return own;
        }
    }

    private SharedLink join(Server server, Progress progress) {
        synchronized (links) {
            SharedLink shared = links.get(server);
            if (shared == null || shared.isOver()) {
                shared = new SharedLink(server, connector);
                links.put(server, shared);
            }
            shared.join(progress);
            return shared;
        }
    }

    private void leave(SharedLink shared) {
        synchronized (links) {
            if (shared.leave() > 0) {
                return;
            }
            links.remove(shared.server(), shared);
            alone.remove(shared);
        }
        shared.end();
    }

    static Problem closedByUs(Server server) {
        return Problem.of(
                ProblemCode.CONNECTION_LOST, "closed by Portico", "server", server.name());
    }

    /// A forward that lets go of its link when it is closed.
    private record Held(RemoteForward held, Runnable leave) implements LiveForward {
        @Override
        public Forward forward() {
            return held.forward();
        }

        @Override
        public Problem awaitEnd() throws InterruptedException {
            return held.awaitEnd();
        }

        @Override
        public void close() {
            if (!held.isClosed()) {
                held.close();
                leave.run();
            }
        }
    }
}
