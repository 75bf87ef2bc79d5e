package dev.portico.store;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// Keeps the settings, in memory at once and on the disk a second later. Any thread may call.
///
/// Every touch of the disk happens on the store's own thread, which nobody can interrupt. Changes
/// are kept as functions until they are saved, so that they can be made again on what another
/// Portico saved first.
public final class SettingsStore implements AutoCloseable {
    private static final Duration DEBOUNCE = Duration.ofSeconds(1);

    private final SettingsFolder files;
    private final Duration debounce;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final List<UnaryOperator<Settings>> pending = new ArrayList<>();

    private Optional<String> known = Optional.empty();
    private Optional<Problem> loadProblem = Optional.empty();
    private @Nullable IOException failure;
    private volatile Settings settings = Settings.EMPTY;
    private volatile boolean readOnly;
    private boolean running;
    private boolean isNew;
    private boolean hurry;
    private boolean saving;
    private boolean closed;
    private long dueAt;
    private long rounds;

    private SettingsStore(SettingsFolder files, Duration debounce) {
        this.files = files;
        this.debounce = debounce;
        this.thread = Thread.ofVirtual().name("settings").unstarted(this::run);
    }

    /// Never throws for what stands in the folder; [#problem] tells.
    public static SettingsStore open(Path folder, Clock clock) {
        return open(folder, clock, new LocalDisk(), DEBOUNCE);
    }

    static SettingsStore open(Path folder, Clock clock, Disk disk, Duration debounce) {
        SettingsStore store = new SettingsStore(new SettingsFolder(folder, clock, disk), debounce);
        store.thread.start();
        store.awaitLoaded();
        return store;
    }

    public Settings settings() {
        return settings;
    }

    /// @param change quick, without side effects; may be called again on other settings. What it
    ///     throws changes nothing and comes out here
    public void update(UnaryOperator<Settings> change) {
        lock.lock();
        try {
            Settings next = change.apply(settings);
            if (next.equals(settings)) {
                return;
            }
            settings = next;
            if (readOnly || closed) {
                return;
            }
            if (!isNew) {
                dueAt = System.nanoTime() + debounce.toNanos();
            }
            isNew = true;
            pending.add(change);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// What went wrong at the last save, or else at the load.
    public Optional<Problem> problem() {
        lock.lock();
        try {
            return failure == null ? loadProblem : Optional.of(notSaved(failure));
        } finally {
            lock.unlock();
        }
    }

    /// Whether changes stay in memory: the file is of a newer Portico or cannot be set aside.
    public boolean isReadOnly() {
        return readOnly;
    }

    public Path folder() {
        return files.folder();
    }

    /// Returns when all changes made before are on the disk.
    ///
    /// @throws IOException when they could not be saved; they are kept and tried again
    public void flush() throws IOException {
        lock.lock();
        try {
            long enough = rounds + (saving ? 2 : 1);
            hurry = !pending.isEmpty();
            moved.signalAll();
            while (running && !pending.isEmpty() && !readOnly && rounds < enough) {
                moved.awaitUninterruptibly();
            }
            if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Saves what is left to save.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            hurry = !pending.isEmpty();
            moved.signalAll();
            while (running) {
                moved.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Loaded first = files.load();
        lock.lock();
        try {
            settings = first.settings();
            loadProblem = first.problem();
            readOnly = first.readOnly();
            known = first.hash();
            running = true;
            moved.signalAll();
            while (awaitWork()) {
                save();
            }
        } finally {
            running = false;
            moved.signalAll();
            lock.unlock();
        }
    }

    private void awaitLoaded() {
        lock.lock();
        try {
            while (!running) {
                moved.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitWork() {
        while (true) {
            long left = dueAt - System.nanoTime();
            if (!pending.isEmpty() && (hurry || (isNew && left <= 0))) {
                return true;
            }
            if (closed) {
                return false;
            }
            awaitMove(isNew ? left : Long.MAX_VALUE);
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    private void awaitMove(long nanos) {
        try {
            var _ = moved.awaitNanos(nanos);
        } catch (InterruptedException _) {
            // nobody has a reason to interrupt this thread, and saving must go on
        }
    }

    /// Called with the lock, which it leaves while the disk is at work.
    private void save() {
        List<UnaryOperator<Settings>> changes = List.copyOf(pending);
        Settings mine = settings;
        Again again = new Again(changes);
        hurry = false;
        isNew = false;
        saving = true;
        Optional<String> base = known;
        lock.unlock();
        @Nullable Loaded saved = null;
        @Nullable IOException failed = null;
        try {
            saved = files.save(base, mine, again);
        } catch (IOException e) {
            failed = e;
        } catch (RuntimeException e) {
            failed = new IOException(e.toString(), e);
        } finally {
            lock.lock();
        }
        saving = false;
        rounds++;
        failure = failed == null ? again.refusal() : failed;
        if (saved != null) {
            take(saved, mine, changes.size());
        }
        moved.signalAll();
    }

    private void take(Loaded saved, Settings mine, int changes) {
        known = saved.hash();
        if (saved.problem().isPresent()) {
            loadProblem = saved.problem();
        }
        if (saved.readOnly()) {
            readOnly = true;
            pending.clear();
            return;
        }
        pending.subList(0, changes).clear();
        if (!saved.settings().equals(mine)) {
            settings = new Again(List.copyOf(pending)).apply(saved.settings());
        }
    }

    private Problem notSaved(IOException e) {
        return Problem.of(
                ProblemCode.SETTINGS_NOT_SAVED, Words.of(e), "folder", files.folder().toString());
    }
}
