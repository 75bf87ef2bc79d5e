package dev.portico.link;

import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.ShareState.Step;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// One attempt to connect to a server, the link that came of it, and how many hold it.
final class SharedLink {
    private final Server server;
    private final Connector connector;
    private final CompletableFuture<Link> link = new CompletableFuture<>();
    private final List<Consumer<Step>> watchers = new CopyOnWriteArrayList<>();
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
    void join() {
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

    Link await(Consumer<Step> progress) throws ProblemException, InterruptedException {
        progress.accept(step);
        watchers.add(progress);
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
                            this::reached,
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

    private void reached(Step now) {
        step = now;
        watchers.forEach(watcher -> watcher.accept(now));
    }
}
