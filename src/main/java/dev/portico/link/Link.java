package dev.portico.link;

import com.jcraft.jsch.Packets;

import dev.portico.share.Audience;
import dev.portico.share.Doorway;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Visitor;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// One live SSH session with one server, and all that rides on it.
///
/// It ends once, with one cause, whoever notices first; [#end] is completed then and never changes.
final class Link {
    private static final long BUDGET_BYTES = 64L * 1024 * 1024;
    private static final long REPLY_SECONDS = 15;
    private static final int PORTS_TRIED = 5;

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
    private final AtomicLong visitorNumbers;
    private final CompletableFuture<Problem> end = new CompletableFuture<>();

    Link(Server server, Packets session, RawSocket socket, AtomicLong visitorNumbers)
            throws IOException {
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

    /// Asks for a listener and proves that it is ours. Where the server chose a port of which a
    /// half belongs to somebody else, it is asked for another one.
    RemoteForward forward(Share share, Doorway doorway)
            throws ProblemException, InterruptedException {
        for (int tries = 1; ; tries++) {
            RemoteForward forward = granted(share, doorway);
            Optional<Problem> problem = provenOrClosed(forward);
            if (problem.isEmpty()) {
                return forward;
            }
            boolean anotherMayDo =
                    share.port() == 0 && problem.get().code() == ProblemCode.PORT_TAKEN;
            if (!anotherMayDo || tries == PORTS_TRIED) {
                throw new ProblemException(problem.get());
            }
        }
    }

    private Optional<Problem> provenOrClosed(RemoteForward forward) throws InterruptedException {
        Optional<Problem> problem = Optional.of(Links.closedByUs(server));
        try {
            int port = forward.forward().port();
            problem =
                    switch (forward.proof().prove()) {
                        case ForwardProof.Result.Proven _, ForwardProof.Result.NotFromInside _ ->
                                Optional.empty();
                        case ForwardProof.Result.Half(String address) ->
                                Optional.of(Diagnosis.halfOpen(server, port, address));
                        case ForwardProof.Result.Stranger(String address) ->
                                Optional.of(Diagnosis.strangerOn(server, port, address));
                        case ForwardProof.Result.Nothing _ ->
                                Optional.of(isOver() ? awaitEnd() : Diagnosis.notProven(server));
                    };
            return problem;
        } finally {
            if (problem.isPresent()) {
                forward.close();
            }
        }
    }

    private RemoteForward granted(Share share, Doorway doorway)
            throws ProblemException, InterruptedException {
        CompletableFuture<RemoteForward> granted = new CompletableFuture<>();
        Outgoing request =
                GlobalRequests.request("tcpip-forward")
                        .string(RemoteForward.wireBind(share))
                        .int32(share.port());
        requests.ask(request, reply -> answered(reply, share, doorway, granted));
        end.thenAccept(problem -> granted.completeExceptionally(new ProblemException(problem)));
        try {
            return granted.get(REPLY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            withdrawLate(granted);
            throw e;
        } catch (TimeoutException e) {
            withdrawLate(granted);
            throw new ProblemException(Diagnosis.noReply(server), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException known
                    ? known
                    : new ProblemException(Diagnosis.unexpected(e), e);
        }
    }

    /// Reader thread: the forward must stand in the table before the next packet, which may be its
    /// first visitor.
    private void answered(
            GlobalRequests.Reply reply,
            Share share,
            Doorway doorway,
            CompletableFuture<RemoteForward> granted) {
        if (!reply.granted()) {
            granted.completeExceptionally(
                    new ProblemException(Diagnosis.forwardRefused(server, share, reply.words())));
            return;
        }
        int port = share.port() == 0 ? reply.port() : share.port();
        if (port < 1 || port > 65_535) {
            throw new ProtocolBreach("it granted port " + port);
        }
        RemoteForward forward =
                new RemoteForward(this, server, share, doorway, port, reply.roundTrip());
        if (isWiderThanAsked(share, reply.words())) {
            // not even its first visitor may come in
            withdraw(forward);
            granted.completeExceptionally(
                    new ProblemException(Diagnosis.widerThanAsked(server, reply.words())));
            return;
        }
        forwards.add(forward);
        granted.complete(forward);
    }

    /// sshd says so in a debug message, and grants the port all the same.
    private static boolean isWiderThanAsked(Share share, List<String> words) {
        return share.audience() != Audience.EVERYONE
                && !share.allowWider()
                && words.stream().anyMatch(text -> text.contains("overridden by server Gateway"));
    }

    private static void withdraw(RemoteForward forward) {
        Thread.ofVirtual().name("withdraw").start(forward::close);
    }

    /// Nobody waits any more: if the server still grants the port, give it back.
    private static void withdrawLate(CompletableFuture<RemoteForward> granted) {
        granted.thenAccept(Link::withdraw);
    }

    void release(RemoteForward forward) {
        forwards.remove(forward);
    }

    void keepAlive() {
        requests.ask(GlobalRequests.request("keepalive@openssh.com"), _ -> {});
    }

    /// Ends the session from this side. Returns at once; [#end] follows.
    void close(Problem why) {
        end.complete(why);
        socket.close(); // frees whoever is blocked on it; only then may JSch be asked to end
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

    Budget budget() {
        return budget;
    }

    Visits visits() {
        return visits;
    }
}
