package dev.portico.link;

import dev.portico.share.Doorway;
import dev.portico.share.Forward;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// One listener on the server and the visitors that came through it.
final class RemoteForward implements LiveForward {
    private static final long CANCEL_MILLIS = 1_500;

    private final Link link;
    private final Share share;
    private final Doorway doorway;
    private final Forward asked;
    private volatile Forward forward;
    private final GlobalRequests.Reply reply;
    private final Set<VisitorChannel> visitors = ConcurrentHashMap.newKeySet();
    private final ForwardProof proof = new ForwardProof(this);
    private final AtomicBoolean closed = new AtomicBoolean();

    RemoteForward(
            Link link,
            Server server,
            Share share,
            Doorway doorway,
            int port,
            GlobalRequests.Reply reply) {
        this.reply = reply;
        this.link = link;
        this.share = share;
        this.doorway = doorway;
        this.asked = Forward.of(server, share, port);
        this.forward = asked;
    }

    Link link() {
        return link;
    }

    Share share() {
        return share;
    }

    Doorway doorway() {
        return doorway;
    }

    Set<VisitorChannel> visitors() {
        return visitors;
    }

    /// How long the server took to grant the port.
    Duration roundTrip() {
        return reply.roundTrip();
    }

    /// What the server said when it granted the port.
    List<String> words() {
        return reply.words();
    }

    /// Whether the server opened the port to everyone, whatever was asked. sshd says so in a debug
    /// message, and grants the port all the same.
    boolean isOverridden() {
        return isOverridden(reply);
    }

    static boolean isOverridden(GlobalRequests.Reply reply) {
        return reply.words().stream()
                .anyMatch(text -> text.contains("overridden by server Gateway"));
    }

    ForwardProof proof() {
        return proof;
    }

    boolean isClosed() {
        return closed.get();
    }

    /// It was found open there, which is not where visitors of what was asked for would look.
    void isAt(String host) {
        forward = asked.at(host);
    }

    boolean isElsewhere() {
        return !forward.equals(asked);
    }

    @Override
    public Forward forward() {
        return forward;
    }

    @Override
    public Problem awaitEnd() throws InterruptedException {
        return new ForwardWatch(this, link.idleLimits()).untilEnd();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (!link.isOver()) {
            CompletableFuture<GlobalRequests.Reply> reply = new CompletableFuture<>();
            link.requests().ask(cancel(), reply::complete);
            visitors.forEach(VisitorChannel::disconnect);
            await(reply);
        }
        link.release(this);
    }

    /// RFC 4254, section 7.1 knows no `*`.
    static String wireBind(Share share) {
        return share.bind().equals("*") ? "" : share.bind();
    }

    private Outgoing cancel() {
        return GlobalRequests.request("cancel-tcpip-forward")
                .string(wireBind(share))
                .int32(forward.port());
    }

    private void await(CompletableFuture<GlobalRequests.Reply> reply) {
        // stopping a share interrupts its keeper, which then comes here
        boolean interrupted = Thread.interrupted();
        try {
            CompletableFuture.anyOf(reply, link.end()).get(CANCEL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            interrupted = true;
        } catch (ExecutionException | TimeoutException _) {
            System.getLogger(RemoteForward.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "no answer yet to the withdrawal of port " + forward.port());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
