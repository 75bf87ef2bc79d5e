package dev.portico.link;

import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.Server;
import dev.portico.share.ShareState.Step;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/// One attempt to connect to a server, the link that came of it, and how many hold it.
final class SharedLink {
    private final Server server;
    private final Connector connector;
    private final CompletableFuture<Link> link = new CompletableFuture<>();
    private final List<Progress> watchers = new CopyOnWriteArrayList<>();
    private volatile Runnable giveUp = () -> {};
    private volatile Step step = Step.NAME;
    private volatile boolean ended;
    private volatile @Nullable Thread connecting;
    private int holders;

    SharedLink(Server server, Connector connector) {
        this.server = server;
        this.connector = connector;
    }

    Server server() {
        return server;
    }

    /// The caller holds the lock of all links, here and in [#leave].
    ///
    /// @param progress told until [#await] returns, of a new attempt from its beginning
    void join(Progress progress) {
        progress.reached(step);
        watchers.add(progress);
        if (holders++ == 0) {
            connecting =
                    Thread.ofPlatform()
                            .daemon()
                            .name("connect-" + server.name())
                            .start(this::connect);
        }
    }

    int leave() {
        return --holders;
    }

    Link await(Progress progress) throws ProblemException, InterruptedException {
        try {
            return link.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException known
                    ? known
                    : new ProblemException(Diagnosis.unexpected(e), e);
        } finally {
            watchers.remove(progress);
        }
    }

    boolean isOver() {
        return ended || link.isCompletedExceptionally() || (link.isDone() && link.join().isOver());
    }

    /// Ends the link, or the attempt where it has not come about.
    void end() {
        ended = true;
        giveUp.run();
        Thread asking = connecting;
        if (asking != null) {
            asking.interrupt(); // takes a question back that the user has not answered
        }
        link.thenAccept(made -> made.close(Links.closedByUs(server)));
    }

    private void connect() {
        try {
            link.complete(
                    connector.connect(
                            server,
                            new Everybody(),
                            closing -> {
                                giveUp = closing;
                                if (ended) {
                                    closing.run();
                                }
                            }));
        } catch (ProblemException | RuntimeException | Error e) {
            link.completeExceptionally(e);
        }
    }

    private final class Everybody implements Progress {
        @Override
        public void reached(Step now) {
            step = now;
            watchers.forEach(watcher -> watcher.reached(now));
        }

        @Override
        public void found(Fact fact, String words) {
            watchers.forEach(watcher -> watcher.found(fact, words));
        }
    }
}
