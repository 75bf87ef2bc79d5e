package dev.portico.link;

import dev.portico.share.Plain;
import dev.portico.share.Progress;
import dev.portico.share.ShareState.Step;

import java.util.ArrayDeque;
import java.util.Deque;

/// One attempt to reach a server: its one deadline, whoever watches it, and what to close when it
/// is given up. Thread-safe.
final class Attempt {
    private final Progress progress;
    private final Deque<Runnable> closings = new ArrayDeque<>();
    private boolean givenUp;

    Attempt(Progress progress) {
        this.progress = progress;
    }

    void reached(Step step) {
        progress.reached(step);
    }

    void found(Progress.Fact fact, String words) {
        progress.found(fact, Plain.text(words));
    }

    /// Closes this, too, when the attempt is given up; at once when it has been.
    void closing(Runnable closing) {
        synchronized (this) {
            if (!givenUp) {
                closings.push(closing);
                return;
            }
        }
        closing.run();
    }

    /// It has led to a link, which closes what it needs itself.
    synchronized void succeeded() {
        closings.clear();
    }

    synchronized boolean isGivenUp() {
        return givenUp;
    }

    /// Ends whatever is blocked. The latest goes first: what is farther away rides on what is near.
    /// Any number of times.
    void giveUp() {
        while (true) {
            Runnable next;
            synchronized (this) {
                givenUp = true;
                next = closings.poll();
            }
            if (next == null) {
                return;
            }
            next.run();
        }
    }
}
