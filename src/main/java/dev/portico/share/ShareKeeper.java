package dev.portico.share;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Keeps one share open: a virtual thread with one loop, and the only writer of the share's state.
///
/// The loop takes the servers of the share in turn. It waits only after the last of them, and stops
/// for good when time cures the problem of none. A port that a server once allocated is asked for
/// again there, so that a link stays valid.
final class ShareKeeper {

    /// So long the server may take to notice that our old session is gone, before a share that lets
    /// the server choose takes another port.
    private static final Duration OLD_PORT_PATIENCE = Duration.ofMinutes(2);

    private static final Duration LONGEST_WAIT_FOR_OLD_PORT = Duration.ofSeconds(5);
    private static final Duration LEAST_WAIT_WHEN_BUSY = Duration.ofSeconds(30);
    private static final Duration LOOK_FOR_NETWORK = Duration.ofSeconds(30);

    /// What ended the turn of one server.
    private record Setback(Server server, Problem problem) {
        ShareState waiting(int attempt, Optional<Instant> until) {
            return new ShareState.Waiting(server, problem, attempt, until);
        }
    }

    private final Supplier<Share> share;
    private final List<Server> servers;
    private final KeeperTools tools;
    private final Doorway doorway;
    private final OldPorts oldPorts;
    private final Semaphore nudges = new Semaphore(0);
    private volatile ShareState state;
    private volatile ShareState.Step step = ShareState.Step.NAME;
    private volatile ShareState.Reason whyStopped = ShareState.Reason.BY_USER;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    // of the keeper's own thread
    private boolean wasOpen;
    private int attempt = 1;
    private int calm; // attempts before the last time that waiting was cut short
    private Optional<Instant> lost = Optional.empty();

    /// @param share under its name of now; nothing else of it changes while it is kept
    ShareKeeper(
            Supplier<Share> share,
            List<Server> servers,
            KeeperTools tools,
            Traffic traffic,
            OldPorts oldPorts,
            ShareState before) {
        this.share = share;
        this.servers = servers;
        this.tools = tools;
        this.oldPorts = oldPorts;
        this.doorway =
                new Doorway(
                        () -> share.get().name(),
                        tools.gate(share.get()),
                        traffic,
                        tools.journal(),
                        oldPorts);
        this.state = before;
    }

    synchronized void start() {
        // seen at once, or a second start would make a second keeper; the loop tells the journal
        state = new ShareState.Connecting(servers.getFirst(), attempt, step);
        thread = Thread.ofVirtual().name("keeper-" + share.get().name()).start(this::run);
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
                    become(round.getLast().waiting(1, Optional.of(tools.journal().now())));
                }
            }
        } while (waits(round));
    }

    /// Connects and stays until the end, and says why it came.
    private Problem hold(Server server) throws InterruptedException {
        int wish = share.get().port();
        boolean chosen = wish != 0;
        Problem problem = hold(server, chosen ? wish : oldPorts.of(server).orElse(wish));
        if (!chosen && isLost(problem, server)) {
            oldPorts.lose(server);
            problem = hold(server, wish);
        }
        return withoutNetwork(server, problem);
    }

    private Problem hold(Server server, int port) throws InterruptedException {
        if (stopping) {
            throw new InterruptedException("closing a forward took the interrupt for its own");
        }
        step = ShareState.Step.NAME;
        become(new ShareState.Connecting(server, Math.max(1, attempt), step));
        try (LiveForward live =
                tools.linker()
                        .open(
                                server,
                                share.get().withPort(port),
                                doorway,
                                reached -> step = reached)) {
            become(new ShareState.Open(server, live.forward(), tools.journal().now()));
            wasOpen = true;
            attempt = 0;
            calm = 0;
            oldPorts.keep(server, live.forward().port());
            Problem end = live.awaitEnd();
            lost = Optional.of(tools.journal().now());
            return end;
        } catch (ProblemException e) {
            return e.problem();
        } finally {
            doorway.reachesNobody();
        }
    }

    /// Whether the port that the server once chose belongs to somebody else by now, is not allowed
    /// any more, or is held by our own old session for longer than anybody would wait.
    private boolean isLost(Problem problem, Server server) {
        boolean waitedLong =
                lost.map(since -> since.plus(OLD_PORT_PATIENCE).isBefore(tools.journal().now()))
                        .orElse(true);
        return oldPorts.of(server).isPresent()
                && switch (problem.code()) {
                    case PORT_TAKEN, PORT_FORBIDDEN -> true;
                    case PORT_STILL_HELD -> waitedLong;
                    default -> false;
                };
    }

    /// Without a network no server can be blamed.
    private Problem withoutNetwork(Server server, Problem problem) {
        return problem.code().mayBeTheNetwork()
                        && !server.isThisComputer()
                        && tools.network().isAbsent()
                ? Problem.of(ProblemCode.NETWORK_ABSENT, problem.raw())
                : problem;
    }

    /// Answers false when there is nothing to wait for: no server of the round may come back.
    private boolean waits(List<Setback> round) throws InterruptedException {
        int failed = Math.max(1, attempt);
        Optional<Setback> hope =
                round.reversed().stream()
                        .filter(it -> tools.patience().triesAgain(it.problem(), failed, wasOpen))
                        .findFirst();
        if (hope.isEmpty()) {
            become(new ShareState.Failed(round.getLast().problem().givenUp()));
            return false;
        }
        boolean noNetwork = hope.get().problem().code() == ProblemCode.NETWORK_ABSENT;
        Duration pause = pause(hope.get().problem(), failed - calm);
        nudges.drainPermits();
        become(
                hope.get()
                        .waiting(
                                failed,
                                noNetwork
                                        ? Optional.empty()
                                        : Optional.of(tools.journal().now().plus(pause))));
        if (nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            calm = failed;
        }
        attempt = noNetwork && !wasOpen ? attempt : attempt + 1;
        return true;
    }

    private Duration pause(Problem problem, int failed) {
        Duration usual = tools.backoff().apply(Math.max(1, failed));
        return switch (problem.code()) {
            case NETWORK_ABSENT -> LOOK_FOR_NETWORK;
            case SERVER_TOO_BUSY -> longer(usual, LEAST_WAIT_WHEN_BUSY);
            case PORT_STILL_HELD ->
                    usual.compareTo(LONGEST_WAIT_FOR_OLD_PORT) > 0
                            ? LONGEST_WAIT_FOR_OLD_PORT
                            : usual;
            default -> usual;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
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
                                share.get().name(),
                                next,
                                doorway.traffic().sample()));
    }
}
