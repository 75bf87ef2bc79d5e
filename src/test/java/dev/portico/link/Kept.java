package dev.portico.link;

import dev.portico.fixture.Await;
import dev.portico.share.Asker;
import dev.portico.share.Backoff;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.KeeperTools;
import dev.portico.share.Patience;
import dev.portico.share.Reach;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.Shares;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/// One share over real links, with a keeper, as in the window.
final class Kept implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Journal journal = new Journal(Clock.systemUTC());
    private final Links links = new Links(Path.of("no-known-hosts-of-our-own"), Asker.NOBODY);
    private final Shares shares;

    Kept(Server server, Share share) {
        KeeperTools tools =
                new KeeperTools(
                        links,
                        journal,
                        _ -> Gate.OPEN,
                        new Backoff(new Random())::after,
                        () -> false,
                        Patience.ENDLESS);
        shares = new Shares(tools, _ -> Optional.of(server));
        shares.add(share);
        shares.start(share.name());
    }

    ShareStatus status() {
        return shares.snapshot().getFirst();
    }

    <S extends ShareState> S await(Class<S> kind) {
        return kind.cast(
                Await.value(
                        PATIENCE, kind.getSimpleName(), () -> status().state(), kind::isInstance));
    }

    /// Waits until it is known who can open the link.
    Reach awaitReach() {
        return Await.value(
                PATIENCE,
                "who can open it",
                () -> status().reach(),
                it -> it.why() != Reach.Why.NOT_YET);
    }

    Shares shares() {
        return shares;
    }

    @Override
    public void close() {
        shares.close();
        links.close();
        journal.close();
    }
}
