package dev.portico.link;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One limit for the whole of connecting. Stands still while the user is asked something.
/// Thread-safe.
final class Deadline implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Duration limit;
    private long left;
    private long since = System.nanoTime();
    private boolean paused;
    private boolean closed;
    private boolean passed;

    /// @param onPassed called once, on a thread of its own, if the time is up before [#close]
    Deadline(Duration limit, Runnable onPassed) {
        this.limit = limit;
        this.left = limit.toNanos();
        Thread.ofVirtual().name("deadline").start(() -> watch(onPassed));
    }

    Duration limit() {
        return limit;
    }

    boolean hasPassed() {
        lock.lock();
        try {
            return passed;
        } finally {
            lock.unlock();
        }
    }

    long millisLeft() {
        lock.lock();
        try {
            return TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanosLeft()));
        } finally {
            lock.unlock();
        }
    }

    void pause() {
        set(true);
    }

    void goOn() {
        set(false);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void set(boolean nowPaused) {
        lock.lock();
        try {
            left = nanosLeft();
            since = System.nanoTime();
            paused = nowPaused;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long nanosLeft() {
        return paused ? left : left - (System.nanoTime() - since);
    }

    private void watch(Runnable onPassed) {
        lock.lock();
        try {
            while (!closed && (paused || nanosLeft() > 0)) {
                if (paused) {
                    changed.await();
                } else {
                    changed.awaitNanos(nanosLeft());
                }
            }
            passed = !closed;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        if (hasPassed()) {
            onPassed.run();
        }
    }
}
