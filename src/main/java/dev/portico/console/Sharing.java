package dev.portico.console;

import dev.portico.share.Backoff;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.KeeperTools;
import dev.portico.share.Linker;
import dev.portico.share.NetworkWatch;
import dev.portico.share.Patience;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareEvent;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.Shares;
import dev.portico.share.TrafficSample;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/// The shares of one command, from their start to the last event told.
final class Sharing implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Journal journal;
    private final NetworkWatch network;
    private final Shares shares;
    private final Listeners listeners;
    private final Report report;
    private final Map<String, Doorway> doorways = new ConcurrentHashMap<>();
    private final Map<String, Share> going = new LinkedHashMap<>();
    private final Map<String, TrafficSample> told = new HashMap<>();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final Object starting = new Object();
    private volatile boolean closed;

    Sharing(
            Linker linker,
            Listeners listeners,
            Clock clock,
            Server server,
            List<Share> wishes,
            Report report) {
        this.listeners = listeners;
        this.report = report;
        this.journal = new Journal(clock);
        this.network = new NetworkWatch(clock);
        Backoff backoff = new Backoff(new Random());
        Linker noting =
                (where, share, doorway, progress) -> {
                    doorways.put(share.name(), doorway);
                    return linker.open(where, share, doorway, progress);
                };
        KeeperTools tools =
                new KeeperTools(
                        noting, journal, _ -> Gate.OPEN, backoff::after, network, Patience.SHORT);
        this.shares = new Shares(tools, _ -> Optional.of(server));
        for (Share wish : wishes) {
            Share named = wish.withName(shares.freeName(wish.name()));
            shares.add(named);
            going.put(named.name(), named);
        }
    }

    /// Runs as long as any share may still open, and somebody reads what is told.
    int run() throws InterruptedException {
        journal.read(this::happened);
        if (!start()) {
            return ExitCode.DONE;
        }
        network.start(shares::networkChanged);
        Thread ticker = Thread.ofVirtual().name("traffic").start(this::tellTraffic);
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            ticker.interrupt();
            network.close();
        }
    }

    /// Nothing starts after the end has begun.
    private boolean start() {
        synchronized (starting) {
            if (!closed) {
                shares.snapshot().forEach(status -> shares.start(status.share().name()));
            }
            return !closed;
        }
    }

    /// Withdraws every listener, then tells that.
    @Override
    public void close() {
        synchronized (starting) {
            if (closed) {
                return;
            }
            closed = true;
        }
        shares.close();
        try {
            journal.flush();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        journal.close();
    }

    /// Tells the end of those shares whose closing hangs: their listeners end with this process.
    synchronized void tellTheRest() {
        for (ShareStatus status : shares.snapshot()) {
            if (going.containsKey(status.share().name())) {
                happened(
                        new ShareEvent.StateChanged(
                                journal.now(),
                                status.share().name(),
                                new ShareState.Stopped(ShareState.Reason.APP_CLOSED),
                                status.traffic()));
            }
        }
    }

    private synchronized void happened(ShareEvent event) {
        Share share = going.get(event.share());
        if (share == null) {
            return;
        }
        if (event instanceof ShareEvent.StateChanged changed && isLast(changed.state())) {
            going.remove(event.share());
        }
        report.tell(event, share);
        if (event instanceof ShareEvent.StateChanged changed
                && changed.state() instanceof ShareState.Open) {
            lookForTarget(share);
        }
        endWhenUnread();
        if (going.isEmpty()) {
            end.complete(closed ? ExitCode.DONE : ExitCode.PROBLEM);
        }
    }

    private void lookForTarget(Share share) {
        Doorway doorway = doorways.get(share.name());
        if (doorway != null && listeners.isMissing(share.target())) {
            doorway.nobodyListens();
        }
    }

    private void endWhenUnread() {
        if (report.isUnread()) {
            end.complete(ExitCode.DONE);
        }
    }

    private static boolean isLast(ShareState state) {
        return switch (state) {
            case ShareState.Stopped _, ShareState.Failed _ -> true;
            case ShareState.Connecting _, ShareState.Open _, ShareState.Waiting _ -> false;
        };
    }

    private void tellTraffic() {
        try {
            while (!end.isDone()) {
                Thread.sleep(TICK);
                shares.snapshot().forEach(this::tellTraffic);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tellTraffic(ShareStatus status) {
        String name = status.share().name();
        TrafficSample now = status.traffic();
        if (going.containsKey(name) && !now.equals(told.getOrDefault(name, TrafficSample.NONE))) {
            told.put(name, now);
            report.traffic(journal.now(), name, now);
            endWhenUnread();
        }
    }
}
