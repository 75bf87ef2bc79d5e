package dev.portico.share;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Keeps one share open: a virtual thread with one loop, and the only writer of the share's state.
///
/// The loop takes the servers of the share in turn. It waits only after the last of them, and stops
/// for good when time cures the problem of none. A port that a server once allocated is asked for
/// again there, so that a link stays valid.
final class ShareKeeper {

    private static final int TRIES_FOR_OLD_PORT = 6;

    /// What ended the turn of one server.
    private record Setback(Server server, Problem problem) {
        ShareState waiting(int attempt, Instant until) {
            return new ShareState.Waiting(server, problem, attempt, Optional.of(until));
        }
    }

    private final Share share;
    private final List<Server> servers;
    private final KeeperTools tools;
    private final Doorway doorway;
    private final Map<String, Integer> granted;
    private final Semaphore nudges = new Semaphore(0);
    private volatile ShareState state;
    private volatile ShareState.Step step = ShareState.Step.NAME;
    private volatile ShareState.Reason whyStopped = ShareState.Reason.BY_USER;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    // of the keeper's own thread
    private boolean wasOpen;
    private int attempt = 1;

    /// @param granted the port that each server last gave, by its name; outlives the keeper
    ShareKeeper(
            Share share,
            List<Server> servers,
            KeeperTools tools,
            Traffic traffic,
            Map<String, Integer> granted,
            ShareState before) {
        this.share = share;
        this.servers = servers;
        this.tools = tools;
        this.doorway = new Doorway(share.name(), tools.gate(share), traffic, tools.journal());
        this.granted = granted;
        this.state = before;
    }

    synchronized void start() {
        // seen at once, or a second start would make a second keeper; the loop tells the journal
        state = new ShareState.Connecting(servers.getFirst(), attempt, step);
        thread = Thread.ofVirtual().name("keeper-" + share.name()).start(this::run);
    }

    /// Withdraws the listener and returns when the keeper has ended.
    synchronized void stop(ShareState.Reason why) {
        whyStopped = why;
        stopping = true;
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
        List<Setback> round = new ArrayList<>();
        do {
            round.clear();
            for (Server server : servers) {
                round.add(new Setback(server, hold(server)));
                if (state instanceof ShareState.Open && round.size() < servers.size()) {
                    become(round.getLast().waiting(1, tools.journal().now()));
                }
            }
        } while (waits(round));
    }

    /// Connects and stays until the end, and says why it came.
    private Problem hold(Server server) throws InterruptedException {
        Problem problem = hold(server, granted.getOrDefault(server.name(), share.port()));
        if (isLost(problem, server)) {
            granted.remove(server.name());
            return hold(server, share.port());
        }
        return problem;
    }

    private Problem hold(Server server, int port) throws InterruptedException {
        if (stopping) {
            throw new InterruptedException("closing a forward took the interrupt for its own");
        }
        step = ShareState.Step.NAME;
        become(new ShareState.Connecting(server, Math.max(1, attempt), step));
        try (LiveForward live =
                tools.linker()
                        .open(server, share.withPort(port), doorway, reached -> step = reached)) {
            become(new ShareState.Open(server, live.forward(), tools.journal().now()));
            wasOpen = true;
            attempt = 0;
            granted.put(server.name(), live.forward().port());
            return live.awaitEnd();
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    /// Whether the port that the server once chose belongs to somebody else by now. After a lost
    /// connection it may be our own old session that still holds it, so that takes longer to say.
    private boolean isLost(Problem problem, Server server) {
        return problem.code() == ProblemCode.PORT_TAKEN
                && share.port() == 0
                && granted.containsKey(server.name())
                && (!wasOpen || attempt > TRIES_FOR_OLD_PORT);
    }

    /// Answers false when there is nothing to wait for: no server of the round may come back.
    private boolean waits(List<Setback> round) throws InterruptedException {
        int failed = Math.max(1, attempt);
        Optional<Setback> hope =
                round.reversed().stream()
                        .filter(it -> tools.patience().triesAgain(it.problem(), failed, wasOpen))
                        .findFirst();
        if (hope.isEmpty()) {
            become(new ShareState.Failed(round.getLast().problem()));
            return false;
        }
        Duration pause = tools.backoff().apply(failed);
        nudges.drainPermits();
        become(hope.get().waiting(failed, tools.journal().now().plus(pause)));
        nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        attempt++;
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
