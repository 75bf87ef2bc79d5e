package dev.portico.console;

import java.util.ArrayDeque;
import java.util.Deque;

/// What a command has opened, closed in reverse by whoever ends it first: the command or a signal.
/// Nobody else gets anything to close, and the second waits for the first.
final class Closing implements AutoCloseable {
    private final Deque<Runnable> open = new ArrayDeque<>();
    private volatile Runnable rest = () -> {};
    private boolean closed;

    /// Closed at once when the end has come already.
    synchronized void add(Runnable closing) {
        if (closed) {
            closing.run();
        } else {
            open.push(closing);
        }
    }

    void add(Sharing sharing) {
        rest = sharing::tellTheRest;
        add(sharing::close);
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }

    void tellTheRest() {
        rest.run();
    }
}
