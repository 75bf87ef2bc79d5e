package dev.portico.store;

import dev.portico.share.Journal;
import dev.portico.share.ShareEvent;
import dev.portico.share.ShareState;
import dev.portico.share.Visitor;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// What the journal tells of visitors: the visits that are over, kept in the log as well while the
/// user wants that, and the first visitor of each share that was started. Any thread may ask.
public final class VisitorBook implements AutoCloseable {
    private static final int MOST = 50_000;
    private static final Duration BETWEEN_GREETINGS = Duration.ofMinutes(1);

    /// The first to open the link of a share.
    public record First(String share, String address) {}

    /// @param version another one whenever something has changed
    /// @param bytes in the file
    public record Page(long version, List<VisitorEntry> entries, long bytes) {}

    private final VisitorLog log;
    private final Supplier<VisitorLogSettings> wish;
    private final Journal journal;
    private final ExecutorService writer;
    private final Deque<VisitorEntry> entries = new ArrayDeque<>();
    private final List<VisitorEntry> unwritten = new ArrayList<>();
    private final Map<String, String> servers = new HashMap<>();
    private final Set<String> down = new HashSet<>();
    private final Set<String> greeted = new HashSet<>();
    private final Map<String, Instant> greetedAt = new HashMap<>();
    private final List<First> first = new ArrayList<>();
    private Optional<String> trouble = Optional.empty();
    private boolean troubled;
    private long version;
    private long bytes;
    private Page page = new Page(0, List.of(), 0);

    /// Reads the journal from now on.
    ///
    /// @param wish how visitors are to be remembered, asked for each of them
    public VisitorBook(Journal journal, VisitorLog log, Supplier<VisitorLogSettings> wish) {
        this.journal = journal;
        this.log = log;
        this.wish = wish;
        this.writer =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("visitor-log").factory());
        writer.execute(this::load);
        journal.read(this::hear);
    }

    /// The visits that are over, the oldest first, as of now.
    public synchronized Page page() {
        if (page.version() != version) {
            page = new Page(version, List.copyOf(entries), bytes);
        }
        return page;
    }

    /// Each first visitor is told once.
    public synchronized List<First> takeFirst() {
        List<First> taken = List.copyOf(first);
        first.clear();
        return taken;
    }

    /// Why the log cannot be written, told once until it can be again.
    public synchronized Optional<String> takeTrouble() {
        Optional<String> taken = trouble;
        trouble = Optional.empty();
        return taken;
    }

    /// Forgets all visits that are over. Blocks until the file is gone.
    public void clear() throws IOException, InterruptedException {
        try {
            writer.submit(this::forget).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private @Nullable Object forget() throws IOException {
        log.clear();
        synchronized (this) {
            unwritten.clear();
            entries.clear();
            bytes = 0;
            version++;
        }
        return null;
    }

    /// Returns when all that the still open journal was told so far is written.
    @Override
    public void close() {
        try {
            journal.flush();
            writer.shutdown();
            if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void hear(ShareEvent event) {
        switch (event) {
            case ShareEvent.StateChanged changed -> note(changed);
            case ShareEvent.TargetChanged target -> {
                if (target.up()) {
                    down.remove(target.share());
                } else {
                    down.add(target.share());
                }
            }
            case ShareEvent.Renamed(_, String now, String before) -> rename(before, now);
            case ShareEvent.ReachChanged _ -> {}
            case ShareEvent.VisitorCame came -> greet(came);
            case ShareEvent.VisitorLeft left ->
                    add(
                            new VisitorEntry(
                                    left.visitor().since(),
                                    left.at(),
                                    left.share(),
                                    server(left.share()),
                                    left.visitor().address(),
                                    left.byUser()
                                            ? VisitorEntry.End.ENDED_BY_YOU
                                            : VisitorEntry.End.LEFT,
                                    "",
                                    left.sent(),
                                    left.received()));
            case ShareEvent.VisitorRefused refused -> add(refused(refused));
        }
    }

    private VisitorEntry refused(ShareEvent.VisitorRefused refused) {
        Visitor visitor = refused.visitor();
        return new VisitorEntry(
                visitor.since(),
                refused.at(),
                refused.share(),
                server(refused.share()),
                visitor.address(),
                down.contains(refused.share())
                        ? VisitorEntry.End.SERVICE_DOWN
                        : VisitorEntry.End.REFUSED,
                refused.reason(),
                0,
                0);
    }

    /// What was under way when the name changed may still be told under the old one.
    private void rename(String before, String now) {
        servers.put(now, server(before));
        move(down, before, now);
        move(greeted, before, now);
    }

    private static void move(Set<String> shares, String before, String now) {
        if (shares.remove(before)) {
            shares.add(now);
        }
    }

    private String server(String share) {
        return servers.getOrDefault(share, "");
    }

    private void note(ShareEvent.StateChanged changed) {
        switch (changed.state()) {
            case ShareState.Open open -> servers.put(changed.share(), open.server().name());
            case ShareState.Stopped _, ShareState.Failed _ -> {
                greeted.remove(changed.share());
                down.remove(changed.share());
            }
            case ShareState.Connecting _, ShareState.Waiting _ -> {}
        }
    }

    private void greet(ShareEvent.VisitorCame came) {
        if (!greeted.add(came.share())) {
            return;
        }
        Instant before = greetedAt.getOrDefault(came.share(), Instant.MIN);
        if (!came.at().minus(BETWEEN_GREETINGS).isBefore(before)) {
            greetedAt.put(came.share(), came.at());
            first.add(new First(came.share(), came.visitor().address()));
        }
    }

    private void add(VisitorEntry entry) {
        VisitorLogSettings now = wish.get();
        if (!now.on()) {
            return;
        }
        VisitorEntry kept = now.shortAddresses() ? entry.withShortAddress() : entry;
        remember(kept);
        unwritten.add(kept);
        if (unwritten.size() == 1 && !writer.isShutdown()) {
            writer.execute(this::write);
        }
    }

    private void remember(VisitorEntry entry) {
        entries.addLast(entry);
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
        version++;
    }

    private void load() {
        try {
            Instant oldest = journal.now().minus(Duration.ofDays(wish.get().days()));
            List<VisitorEntry> all = log.read(Instant.MIN);
            List<VisitorEntry> kept =
                    all.stream().filter(entry -> !entry.came().isBefore(oldest)).toList();
            if (kept.size() < all.size()) {
                log.replace(kept);
            }
            long size = log.size();
            synchronized (this) {
                List<VisitorEntry> heardMeanwhile = List.copyOf(entries);
                entries.clear();
                kept.forEach(this::remember);
                heardMeanwhile.forEach(this::remember);
                bytes = size;
                version++;
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void write() {
        List<VisitorEntry> batch;
        synchronized (this) {
            batch = List.copyOf(unwritten);
            unwritten.clear();
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            log.append(batch);
            long size = log.size();
            synchronized (this) {
                bytes = size;
                troubled = false;
                version++;
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private synchronized void fail(IOException e) {
        if (!troubled) {
            troubled = true;
            trouble = Optional.of(Words.of(e));
            System.getLogger(VisitorBook.class.getName())
                    .log(System.Logger.Level.WARNING, "the log of visitors", e);
        }
    }
}
