package dev.portico.faults;

import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.Backoff;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.KeeperTools;
import dev.portico.share.Patience;
import dev.portico.share.Problem;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareEvent;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.Shares;
import dev.portico.share.Target;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A share that Portico keeps open, as it does for the window, over a real server.
final class KeptShare implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<ShareState> states = new LinkedBlockingQueue<>();
    private final Journal journal = new Journal(Clock.systemUTC());
    private final Links links;
    private final Shares shares;

    KeptShare(Server server, Share share, Asker asker) {
        links = new Links(Path.of("no-known-hosts-of-our-own"), asker);
        Backoff backoff = new Backoff(new Random());
        shares =
                new Shares(
                        new KeeperTools(
                                links, journal, _ -> Gate.OPEN, backoff::after, Patience.ENDLESS),
                        _ -> Optional.of(server));
        journal.read(
                event -> {
                    if (event instanceof ShareEvent.StateChanged changed) {
                        states.add(changed.state());
                    }
                });
        shares.add(share);
        shares.start(share.name());
    }

    /// On a port that the server chooses, and only there.
    static KeptShare of(Server server, Target target) {
        return new KeptShare(
                server, new Share("kept", target, server.name(), 0, "localhost"), Asker.NOBODY);
    }

    /// The port where it opens next.
    int opens() throws InterruptedException {
        return next(ShareState.Open.class).forward().port();
    }

    /// Why it waits next.
    Problem waits() throws InterruptedException {
        return next(ShareState.Waiting.class).problem();
    }

    /// Why it stops for good next.
    Problem fails() throws InterruptedException {
        return next(ShareState.Failed.class).problem();
    }

    /// Whether nothing has happened to it since what was last waited for.
    boolean isUndisturbed() throws InterruptedException {
        journal.flush();
        return states.isEmpty();
    }

    ShareStatus status() {
        return shares.snapshot().getFirst();
    }

    @Override
    public void close() {
        shares.close();
        links.close();
        journal.close();
    }

    private <T extends ShareState> T next(Class<T> kind) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            ShareState state = states.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (state == null) {
                throw new AssertionError(
                        "waited for " + kind.getSimpleName() + ", last: " + status().state());
            }
            if (kind.isInstance(state)) {
                return kind.cast(state);
            }
        }
    }
}
