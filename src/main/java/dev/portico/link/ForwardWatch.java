package dev.portico.link;

import dev.portico.share.Exposure;
import dev.portico.share.Problem;
import dev.portico.share.Reach;
import dev.portico.share.TrafficSample;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Keeps asking whether an open forward is what it seems to be: that visitors still reach it, and
/// who they can be. What it finds goes to the [dev.portico.share.Doorway]; a forward that is none
/// any more is ended.
///
/// The keeper waits in [#untilEnd], so that the end of the session is noticed whatever is being
/// asked; the asking is done by a virtual thread that lives no longer than that.
///
/// The visits also count as use of the connection: sshd ends one without channels after its
/// `UnusedConnectionTimeout`, however many ports it shares. An idle session channel would not do:
/// sshd does not count one on which nothing runs.
final class ForwardWatch {
    private static final Duration SECOND_LOOK = Duration.ofSeconds(2);
    private static final int PROOFS_FOR_ONE_EXPOSURE = 10;
    private static final int ROOM_FOR_VISITS = 500;

    private final RemoteForward forward;
    private final IdleLimits limits;
    private volatile long lastUse = System.nanoTime();
    private final CompletableFuture<Problem> found = new CompletableFuture<>();
    private TrafficSample traffic = TrafficSample.NONE; // of the asking thread, like the next two
    private Reach reach = Reach.UNKNOWN;
    private int proofs;
    private boolean over; // guarded by this

    /// @param limits asked how often, and told what the end teaches
    ForwardWatch(RemoteForward forward, IdleLimits limits) {
        this.forward = forward;
        this.limits = limits;
    }

    /// Blocks, and says why the forward came to its end.
    Problem untilEnd() throws InterruptedException {
        Link link = forward.link();
        Thread asking =
                Thread.ofVirtual().name("watch-" + forward.share().name()).start(this::keepAsking);
        try {
            CompletableFuture.anyOf(link.end(), found).get();
            if (link.isEndedByServer()) {
                limits.endedByServer(link.server(), Duration.ofNanos(System.nanoTime() - lastUse));
            }
            return link.isOver() ? link.awaitEnd() : found.resultNow();
        } catch (ExecutionException e) {
            return Diagnosis.unexpected(e);
        } finally {
            end();
            asking.interrupt();
        }
    }

    private void keepAsking() {
        try {
            look();
            while (!found.isDone()) {
                Thread.sleep(limits.every(forward.link().server()));
                prove();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            System.getLogger(ForwardWatch.class.getName())
                    .log(System.Logger.Level.WARNING, "a proof went wrong", e);
            found.complete(Diagnosis.unexpected(e));
        }
    }

    private void look() throws InterruptedException {
        Reach now = new ExposureCheck(forward).look();
        if (now.exposure() == Exposure.WIDER_THAN_ASKED && now.concern().isPresent()) {
            found.complete(now.concern().get());
        } else {
            publish(now);
        }
    }

    /// Where bytes flow, the forward proves itself.
    private void prove() throws InterruptedException {
        TrafficSample now = forward.doorway().traffic().sample();
        boolean idle = now.sent() == traffic.sent() && now.received() == traffic.received();
        traffic = now;
        if (!idle || isCrowded()) {
            lastUse = System.nanoTime();
            return;
        }
        Optional<Problem> problem = proveOnce();
        if (problem.isPresent()) {
            Thread.sleep(SECOND_LOOK);
            problem = proveOnce();
        }
        problem.ifPresent(found::complete);
        boolean mayHaveChanged = ++proofs % PROOFS_FOR_ONE_EXPOSURE == 0;
        if (problem.isEmpty() && (mayHaveChanged || reach.concern().isPresent())) {
            look();
        }
    }

    /// So many visitors are proof enough, and leave no channel for a visit of ours.
    private boolean isCrowded() {
        return forward.link().channels().size() > ChannelTable.MOST - ROOM_FOR_VISITS;
    }

    private Optional<Problem> proveOnce() throws InterruptedException {
        ForwardProof.Result result = forward.proof().prove();
        if (result instanceof ForwardProof.Result.Proven) {
            lastUse = System.nanoTime();
        }
        publish(reach);
        return result.problem(forward.link().server(), forward.forward().port());
    }

    private synchronized void publish(Reach now) {
        if (!over) {
            reach = now.with(forward.proof().last());
            forward.doorway().reaches(reach);
        }
    }

    private synchronized void end() {
        over = true;
    }
}
