package dev.portico.link;

import dev.portico.share.Audience;
import dev.portico.share.Doorway;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.Progress.Fact;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState.Step;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a server for a listener and takes nothing for granted: what was granted must be proven,
/// what is wider than asked goes back at once, and a port that is taken may be held by our own old
/// session, which a visit brings to its end.
final class PortRequest {
    private static final long REPLY_SECONDS = 15;
    private static final int PORTS_TRIED = 5;

    private final Link link;
    private final Server server;
    private final Share share;
    private final Doorway doorway;

    PortRequest(Link link, Share share, Doorway doorway) {
        this.link = link;
        this.server = link.server();
        this.share = share;
        this.doorway = doorway;
    }

    /// Blocks until the port is open and proven. Where the server chose a port of which a half
    /// belongs to somebody else, it is asked for another one.
    RemoteForward open(Progress progress) throws ProblemException, InterruptedException {
        for (int tries = 1; ; tries++) {
            RemoteForward forward = granted();
            progress.found(Fact.PORT, String.valueOf(forward.forward().port()));
            progress.reached(Step.PROOF);
            Optional<Problem> problem = provenOrClosed(forward);
            if (problem.isEmpty()) {
                forward.proof()
                        .last()
                        .map(proof -> String.valueOf(proof.roundTrip().toMillis()))
                        .ifPresent(millis -> progress.found(Fact.ROUND_TRIP, millis));
                return forward;
            }
            boolean anotherMayDo =
                    share.port() == 0 && problem.get().code() == ProblemCode.PORT_TAKEN;
            if (!anotherMayDo || tries == PORTS_TRIED) {
                throw new ProblemException(problem.get());
            }
        }
    }

    private RemoteForward granted() throws ProblemException, InterruptedException {
        try {
            return ask();
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.PORT_TAKEN
                    || !doorway.hadPort(server, share.port())) {
                throw e;
            }
            if (doorway.oldPortWasSilent(server)) {
                throw stillHeld(e);
            }
            return afterVisit(e);
        }
    }

    /// A visit makes an old session speak to a connection that is gone, and so notice that.
    private RemoteForward afterVisit(ProblemException taken)
            throws ProblemException, InterruptedException {
        OldListener old = new OldListener(link, share);
        try {
            while (old.mayStillGo()) {
                try {
                    return ask();
                } catch (ProblemException again) {
                    taken = again;
                }
            }
            if (old.isSomebodyElses() || taken.problem().code() != ProblemCode.PORT_TAKEN) {
                throw taken;
            }
            doorway.oldPortIsSilent(server);
            throw stillHeld(taken);
        } finally {
            old.leave();
        }
    }

    private ProblemException stillHeld(ProblemException taken) {
        return new ProblemException(Diagnosis.stillHeld(server, share, taken.problem()));
    }

    private Optional<Problem> provenOrClosed(RemoteForward forward) throws InterruptedException {
        Optional<Problem> problem = Optional.of(Links.closedByUs(server));
        try {
            problem = problem(forward);
            if (problem.isPresent() && link.isOver()) {
                problem = Optional.of(link.awaitEnd());
            }
            return problem;
        } finally {
            if (problem.isPresent()) {
                forward.close();
            }
        }
    }

    private Optional<Problem> problem(RemoteForward forward) throws InterruptedException {
        int port = forward.forward().port();
        ForwardProof.Result result = forward.proof().prove();
        boolean isStrangers =
                result instanceof ForwardProof.Result.NotFromInside
                        && new ExposureCheck(forward).meetsStranger();
        if (result instanceof ForwardProof.Result.Proven(_, String at)) {
            new FoundAddress(forward, at).host().ifPresent(forward::isAt);
        }
        return isStrangers
                ? Optional.of(Diagnosis.strangerOn(server, port, server.host()))
                : result.problem(server, port);
    }

    private RemoteForward ask() throws ProblemException, InterruptedException {
        try {
            return askOnce();
        } catch (ProblemException e) {
            throw new ProblemException(new RefusedAddress(link, share).judge(e.problem()), e);
        }
    }

    private RemoteForward askOnce() throws ProblemException, InterruptedException {
        CompletableFuture<RemoteForward> granted = new CompletableFuture<>();
        Outgoing request =
                GlobalRequests.request("tcpip-forward")
                        .string(RemoteForward.wireBind(share))
                        .int32(share.port());
        link.requests().ask(request, reply -> answered(reply, granted));
        link.end()
                .thenAccept(
                        problem -> granted.completeExceptionally(new ProblemException(problem)));
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
    private void answered(GlobalRequests.Reply reply, CompletableFuture<RemoteForward> granted) {
        if (!reply.granted()) {
            granted.completeExceptionally(
                    new ProblemException(Diagnosis.forwardRefused(server, share, reply.words())));
            return;
        }
        int port = share.port() == 0 ? reply.port() : share.port();
        if (port < 1 || port > 65_535) {
            throw new ProtocolBreach("it granted port " + port);
        }
        RemoteForward forward = new RemoteForward(link, server, share, doorway, port, reply);
        if (isTooWide(forward)) {
            // not even its first visitor may come in
            withdraw(forward);
            granted.completeExceptionally(
                    new ProblemException(Diagnosis.widerThanAsked(server, reply.words())));
            return;
        }
        link.forwards().add(forward);
        granted.complete(forward);
    }

    private boolean isTooWide(RemoteForward forward) {
        return share.audience() != Audience.EVERYONE
                && !share.allowWider()
                && forward.isOverridden();
    }

    private static void withdraw(RemoteForward forward) {
        Thread.ofVirtual().name("withdraw").start(forward::close);
    }

    /// Nobody waits any more: if the server still grants the port, give it back.
    private static void withdrawLate(CompletableFuture<RemoteForward> granted) {
        granted.thenAccept(PortRequest::withdraw);
    }
}
