package dev.portico.faults;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How much more of the heap is held than at the beginning, garbage apart, looked at again and
/// again while something goes on.
final class HeapWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final long before = held();
    private final AtomicLong most = new AtomicLong(before);
    private final Thread watcher = Thread.ofPlatform().daemon().name("heap").start(this::watch);

    /// The most so far, and now.
    long most() {
        return most.accumulateAndGet(held(), Math::max) - before;
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                most.accumulateAndGet(held(), Math::max);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
