package dev.portico.share;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// All shares of this Portico, running or not. Any thread may call; starting returns at once,
/// stopping when the listener is gone.
public final class Shares implements AutoCloseable {

    private static final class Entry {
        final Traffic traffic = new Traffic();
        volatile OldPorts oldPorts;
        volatile Blocklist blocked;
        volatile Share share;
        volatile ShareState rest = new ShareState.Stopped(ShareState.Reason.NOT_STARTED);
        volatile @Nullable ShareKeeper keeper;

        Entry(Share share) {
            this.share = share;
            this.oldPorts = new OldPorts(share.lastPorts());
            this.blocked = new Blocklist(share.blocked());
        }

        /// Another wish in its place.
        void become(Share other) {
            share = other;
            oldPorts = new OldPorts(other.lastPorts());
            blocked = new Blocklist(other.blocked());
        }

        /// The same share under another label.
        void label(Share labelled) {
            share = labelled;
        }

        /// With the ports that it has had, and whom it was told to block, in the meantime.
        Share share() {
            List<String> now = blocked.addresses();
            if (!oldPorts.are(share.lastPorts()) || !now.equals(share.blocked())) {
                share = share.withLastPorts(oldPorts.all()).withBlocked(now);
            }
            return share;
        }

        ShareState state() {
            ShareKeeper running = keeper;
            return running == null ? rest : running.state();
        }

        ShareStatus status() {
            ShareKeeper running = keeper;
            List<ShareStatus.VisitSample> visits =
                    running == null || running.doorway().visits().isEmpty()
                            ? List.of()
                            : running.doorway().visits().stream()
                                    .map(ShareStatus.VisitSample::of)
                                    .toList();
            boolean up = running == null || running.doorway().isTargetUp();
            Reach reach = running == null ? Reach.UNKNOWN : running.doorway().reach();
            return new ShareStatus(share(), state(), reach, up, traffic.sample(), visits);
        }
    }

    private final KeeperTools tools;
    private final Function<String, Optional<Server>> servers;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /// @param servers finds a server by its name
    public Shares(KeeperTools tools, Function<String, Optional<Server>> servers) {
        this.tools = tools;
        this.servers = servers;
    }

    /// Takes the share in, stopped. Its name must be free.
    public void add(Share share) {
        synchronized (entries) {
            if (entries.putIfAbsent(share.name(), new Entry(share)) != null) {
                throw new BadInput("input.share.name-taken", "name", share.name());
            }
        }
    }

    /// The name itself, or with `-2`, `-3` and so on when it is taken.
    public String freeName(String wanted) {
        synchronized (entries) {
            String name = wanted;
            for (int i = 2; entries.containsKey(name); i++) {
                name = wanted + "-" + i;
            }
            return name;
        }
    }

    public void start(String name) {
        Entry entry = entry(name);
        synchronized (entry) {
            if (isRunning(entry.state())) {
                return;
            }
            List<Server> found =
                    entry.share.servers().stream().map(servers).flatMap(Optional::stream).toList();
            if (found.isEmpty()) {
                entry.keeper = null;
                entry.rest = missing(entry.share);
                return;
            }
            entry.keeper =
                    new ShareKeeper(
                            () -> entry.share,
                            found,
                            tools.behind(entry.blocked),
                            entry.traffic,
                            entry.oldPorts,
                            entry.state());
            entry.keeper.start();
        }
    }

    /// Blocks until the listener is withdrawn, at most about two seconds.
    public void stop(String name, ShareState.Reason why) {
        Entry entry = entry(name);
        synchronized (entry) {
            if (entry.keeper == null) {
                return;
            }
            entry.keeper.stop(why);
            entry.rest = new ShareState.Stopped(why);
            entry.keeper = null;
        }
    }

    /// Tries a server out, which need not be saved; begins at once.
    public ServerTrial trial(Server server) {
        ServerTrial trial = new ServerTrial(tools.linker().alone(), server, tools.journal()::now);
        trial.start();
        return trial;
    }

    public void retryNow(String name) {
        ShareKeeper keeper = entry(name).keeper;
        if (keeper != null) {
            keeper.retryNow();
        }
    }

    /// The network or the machine is back: whoever waits tries again at once.
    public void networkChanged() {
        copy().forEach(
                        entry -> {
                            ShareKeeper keeper = entry.keeper;
                            if (keeper != null) {
                                keeper.retryNow();
                            }
                        });
    }

    /// Puts another wish of the same name in a share's place, stopped. Blocks like [#stop].
    public void replace(Share share) {
        stop(share.name(), ShareState.Reason.BY_USER);
        entry(share.name()).become(share);
    }

    /// Changes what the link does not depend on, name or group; it stays as open as it is, and
    /// what happens from now on is told under the new name.
    public void label(String name, UnaryOperator<Share> label) {
        synchronized (entries) {
            Entry labelled = entry(name);
            Share now = label.apply(labelled.share());
            if (!now.name().equals(name) && entries.containsKey(now.name())) {
                throw new BadInput("input.share.name-taken", "name", now.name());
            }
            if (!now.name().equals(name)) {
                tools.journal()
                        .write(new ShareEvent.Renamed(tools.journal().now(), now.name(), name));
            }
            labelled.label(now);
            List<Entry> all = new ArrayList<>(entries.values());
            entries.clear();
            all.forEach(entry -> entries.put(entry.share.name(), entry));
        }
    }

    public void remove(String name) {
        stop(name, ShareState.Reason.BY_USER);
        synchronized (entries) {
            entries.remove(name);
        }
    }

    public void disconnect(String name, long visitor) {
        ShareKeeper keeper = entry(name).keeper;
        if (keeper != null) {
            keeper.doorway().disconnect(visitor);
        }
    }

    /// From now on visitors from that address are turned away; those who are here are sent away.
    public void block(String name, String address) {
        Entry entry = entry(name);
        entry.blocked.block(address);
        ShareKeeper keeper = entry.keeper;
        if (keeper != null) {
            keeper.doorway().disconnectFrom(address);
        }
    }

    public void unblock(String name, String address) {
        entry(name).blocked.unblock(address);
    }

    /// @param reader hears of what happens to the shares from now on, as [Journal#read] says
    public void read(Consumer<ShareEvent> reader) {
        tools.journal().read(reader);
    }

    /// Every share, in the order in which they were added.
    public List<ShareStatus> snapshot() {
        return copy().stream().map(Entry::status).toList();
    }

    /// Stops all shares at the same time.
    @Override
    public void close() {
        List<Thread> stopping =
                copy().stream()
                        .map(
                                entry ->
                                        Thread.ofVirtual()
                                                .start(
                                                        () ->
                                                                stop(
                                                                        entry.share.name(),
                                                                        ShareState.Reason
                                                                                .APP_CLOSED)))
                        .toList();
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isRunning(ShareState state) {
        return switch (state) {
            case ShareState.Stopped _, ShareState.Failed _ -> false;
            case ShareState.Connecting _, ShareState.Open _, ShareState.Waiting _ -> true;
        };
    }

    private ShareState missing(Share share) {
        ShareState failed =
                new ShareState.Failed(
                        Problem.of(ProblemCode.SERVER_MISSING, "", "server", share.server()));
        tools.journal()
                .write(
                        new ShareEvent.StateChanged(
                                tools.journal().now(), share.name(), failed, TrafficSample.NONE));
        return failed;
    }

    private Collection<Entry> copy() {
        synchronized (entries) {
            return new ArrayList<>(entries.values());
        }
    }

    private Entry entry(String name) {
        synchronized (entries) {
            Entry entry = entries.get(name);
            if (entry == null) {
                throw new BadInput("input.share.unknown", "name", name);
            }
            return entry;
        }
    }
}
