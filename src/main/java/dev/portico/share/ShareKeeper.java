package dev.portico.share;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Keeps one share open: a virtual thread with one loop, and the only writer of the share's
/// state.
///
/// The loop takes the servers of the share in turn. It waits only after the last of them, and stops
/// for good at a problem that time cannot cure. A port that the server once allocated is asked for
/// again, so that a link stays valid.
final class ShareKeeper {

    private final Share share;
    private final List<Server> servers;
    private final KeeperTools tools;
    private final Doorway doorway;
    private final Semaphore nudges = new Semaphore(0);
    private volatile ShareState state;
    private volatile ShareState.Step step = ShareState.Step.NAME;
    private volatile ShareState.Reason whyStopped = ShareState.Reason.BY_USER;
    private @Nullable Thread thread;

    ShareKeeper(
            Share share,
            List<Server> servers,
            KeeperTools tools,
            Traffic traffic,
            ShareState before) {
        this.share = share;
        this.servers = servers;
        this.tools = tools;
        this.doorway = new Doorway(share.name(), tools.gate(share), traffic, tools.journal());
        this.state = before;
    }

    synchronized void start() {
        thread = Thread.ofVirtual().name("keeper-" + share.name()).start(this::run);
    }

    /// Withdraws the listener and returns when the keeper has ended.
    synchronized void stop(ShareState.Reason why) {
        whyStopped = why;
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        boolean interrupted = false;
        while (running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        thread = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends a wait early.
    void retryNow() {
        nudges.release();
    }

    ShareState state() {
        return state instanceof ShareState.Connecting(Server server, int attempt, ShareState.Step _)
                ? new ShareState.Connecting(server, attempt, step)
                : state;
    }

    Doorway doorway() {
        return doorway;
    }

    private void run() {
        try {
            keep();
        } catch (InterruptedException _) {
            become(new ShareState.Stopped(whyStopped));
        } catch (RuntimeException | Error e) {
            System.getLogger(ShareKeeper.class.getName())
                    .log(System.Logger.Level.ERROR, "the keeper failed", e);
            become(new ShareState.Failed(Problem.of(ProblemCode.INTERNAL, e.toString())));
        }
    }

    private void keep() throws InterruptedException {
        Share wish = share;
        boolean wasOpen = false;
        int turn = 0;
        int attempt = 1;
        while (true) {
            Server server = servers.get(turn);
            step = ShareState.Step.NAME;
            become(new ShareState.Connecting(server, attempt, step));
            Problem problem;
            try (LiveForward live =
                    tools.linker().open(server, wish, doorway, reached -> step = reached)) {
                become(new ShareState.Open(server, live.forward(), tools.journal().now()));
                wasOpen = true;
                attempt = 0;
                wish = share.withPort(live.forward().port());
                problem = live.awaitEnd();
            } catch (ProblemException e) {
                problem = e.problem();
            }
            turn = (turn + 1) % servers.size();
            if (turn == 0 && !waits(server, problem, Math.max(1, attempt), wasOpen)) {
                return;
            }
            attempt += turn == 0 ? 1 : 0;
            attempt = Math.max(1, attempt);
        }
    }

    /// Answers false when there is nothing to wait for.
    private boolean waits(Server server, Problem problem, int attempt, boolean wasOpen)
            throws InterruptedException {
        if (!tools.patience().triesAgain(problem, attempt, wasOpen)) {
            become(new ShareState.Failed(problem));
            return false;
        }
        Duration pause = tools.backoff().apply(attempt);
        nudges.drainPermits();
        become(
                new ShareState.Waiting(
                        server, problem, attempt, Optional.of(tools.journal().now().plus(pause))));
        nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    private void become(ShareState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        state = next;
        tools.journal()
                .write(
                        new ShareEvent.StateChanged(
                                tools.journal().now(),
                                share.name(),
                                next,
                                doorway.traffic().sample()));
    }
}
