package dev.portico.share;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Takes events from any thread without blocking it and hands them on, in order, on one thread of
/// its own.
public final class Journal implements AutoCloseable {
    private static final int MOST_WAITING = 100_000;
    private static final Duration GATHER = Duration.ofMillis(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    /// In the queue it means: everything before this has been handed on.
    private record Mark(CountDownLatch reached) {}

    private final Clock clock;
    private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
    private final List<Consumer<ShareEvent>> readers = new CopyOnWriteArrayList<>();
    private final Thread thread;

    public Journal(Clock clock) {
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("journal").start(this::handOn);
    }

    public Instant now() {
        return clock.instant();
    }

    /// @param reader called on the journal's thread; what it throws is its own loss
    public void read(Consumer<ShareEvent> reader) {
        readers.add(reader);
    }

    /// Visits are dropped when nobody keeps up with them, states and names never.
    public void write(ShareEvent event) {
        if (queue.size() < MOST_WAITING || !isVisit(event)) {
            queue.add(event);
        }
    }

    /// Waits until all that was written before this call has been handed on; a closed journal hands
    /// nothing on any more and is not waited for.
    public void flush() throws InterruptedException {
        Mark mark = new Mark(new CountDownLatch(1));
        queue.add(mark);
        while (thread.isAlive() && !mark.reached().await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            // the thread may have ended before the mark
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void handOn() {
        try {
            while (true) {
                Object next = queue.take();
                if (isVisit(next)) {
                    Thread.sleep(GATHER); // a crowd of visitors wakes this thread once, not each
                }
                for (; next != null; next = queue.poll()) {
                    handOn(next);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isVisit(Object next) {
        return next instanceof ShareEvent
                && !(next instanceof ShareEvent.StateChanged)
                && !(next instanceof ShareEvent.Renamed);
    }

    private void handOn(Object next) {
        switch (next) {
            case Mark mark -> mark.reached().countDown();
            case ShareEvent event -> readers.forEach(reader -> hand(event, reader));
            default -> throw new IllegalStateException();
        }
    }

    private static void hand(ShareEvent event, Consumer<ShareEvent> reader) {
        try {
            reader.accept(event);
        } catch (RuntimeException e) {
            System.getLogger(Journal.class.getName())
                    .log(System.Logger.Level.ERROR, "a reader of events failed", e);
        }
    }
}
