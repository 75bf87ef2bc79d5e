package dev.portico.link;

import com.jcraft.jsch.Packets;

import dev.portico.share.Doorway;
import dev.portico.share.Problem;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Visitor;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/// One live SSH session with one server, and all that rides on it.
///
/// It ends once, with one cause, whoever notices first; [#end] is completed then and never changes.
final class Link {
    private static final long BUDGET_BYTES = 64L * 1024 * 1024;

    private final Server server;
    private final RawSocket socket;
    private final Packets session;
    private final Sender sender;
    private final Drain drain;
    private final ServerWords words = new ServerWords();
    private final GlobalRequests requests;
    private final Forwards forwards = new Forwards();
    private final ChannelTable channels = new ChannelTable();
    private final Budget budget = new Budget(BUDGET_BYTES);
    private final Visits visits = new Visits(this);
    private final GatewayProbe gatewayProbe = new GatewayProbe(this);
    private final AtomicLong visitorNumbers;
    private final IdleLimits idleLimits;
    private final CompletableFuture<Problem> end = new CompletableFuture<>();

    Link(
            Server server,
            Packets session,
            RawSocket socket,
            AtomicLong visitorNumbers,
            IdleLimits idleLimits)
            throws IOException {
        this.idleLimits = idleLimits;
        this.server = server;
        this.socket = socket;
        this.visitorNumbers = visitorNumbers;
        this.session = session;
        this.sender = new Sender(session, socket, () -> channels.forEach(Channel::sessionEnded));
        this.drain = new Drain();
        this.requests = new GlobalRequests(sender, words);
        session.showTo(new Dispatch(this));
    }

    /// Starts the threads of a session that has just signed in.
    void start() {
        Thread.ofPlatform().daemon().name("sender-" + server.name()).start(sender);
        Thread.ofPlatform().daemon().name("drain-" + server.name()).start(drain);
        Thread.ofVirtual()
                .name("watchdog-" + server.name())
                .start(new Watchdog(this, socket, server.deadAfter()));
    }

    /// Asks for a listener and proves that it is ours.
    RemoteForward forward(Share share, Doorway doorway, Progress progress)
            throws ProblemException, InterruptedException {
        return share.port() == 0 && server.ports().isPresent()
                ? new AllowedPorts(this, share, doorway, server.ports().get()).open(progress)
                : new PortRequest(this, share, doorway).open(progress);
    }

    /// Blocks while the server is asked, the first time.
    GatewayPorts gatewayPorts() throws InterruptedException {
        return gatewayProbe.ask();
    }

    /// Whether the server has ended the connection, and not this side.
    boolean isEndedByServer() {
        return socket.isEndedByServer();
    }

    /// Who made the server, as it introduced itself: `OpenSSH_9.2p1` and the like.
    String software() {
        return socket.software();
    }

    void release(RemoteForward forward) {
        forwards.remove(forward);
    }

    /// @param answered called on the reader thread
    void keepAlive(Runnable answered) {
        requests.ask(GlobalRequests.request("keepalive@openssh.com"), _ -> answered.run());
    }

    /// Ends the session from this side. Returns at once; [#end] follows.
    void close(Problem why) {
        end.complete(why);
        // frees whoever is blocked on it; only then may JSch be asked to end
        if (System.nanoTime() - socket.lastHeard() > server.deadAfter().toNanos() / 2) {
            socket.giveUp();
        } else {
            socket.close();
        }
        session.disconnect();
        stopThreads();
    }

    /// Reader thread, as its last act.
    void ended(Throwable cause) {
        end.complete(Diagnosis.lost(server, cause));
        socket.close();
        stopThreads();
    }

    /// Lets go of what a link holds that never came up.
    void abandon() {
        sender.abandon();
        drain.abandon();
    }

    private void stopThreads() {
        sender.end();
        drain.end();
    }

    /// Gives whoever may be let in a number.
    Visitor visitor(Opening opening) {
        return new Visitor(
                visitorNumbers.incrementAndGet(), opening.address(), opening.port(), Instant.now());
    }

    boolean isOver() {
        return end.isDone();
    }

    CompletableFuture<Problem> end() {
        return end;
    }

    Problem awaitEnd() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            return Diagnosis.unexpected(e);
        }
    }

    Server server() {
        return server;
    }

    Sender sender() {
        return sender;
    }

    Drain drain() {
        return drain;
    }

    ServerWords words() {
        return words;
    }

    GlobalRequests requests() {
        return requests;
    }

    Forwards forwards() {
        return forwards;
    }

    ChannelTable channels() {
        return channels;
    }

    IdleLimits idleLimits() {
        return idleLimits;
    }

    Budget budget() {
        return budget;
    }

    Visits visits() {
        return visits;
    }
}
