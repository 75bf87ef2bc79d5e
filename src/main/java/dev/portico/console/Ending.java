package dev.portico.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Lets a command that runs until Ctrl-C end well: what is open is closed first, whatever hangs is
/// left behind, and the exit code is 0.
final class Ending implements AutoCloseable {
    static final Duration LONGEST = Duration.ofMillis(1_700);

    private final ProcessEnd processEnd;
    private final Runnable closing;
    private final Runnable last;
    private final Runnable hook = this::end;
    private final CountDownLatch begun = new CountDownLatch(1);

    /// @param closing may hang
    /// @param last runs after closing, or after the time for it is over; may not hang
    Ending(ProcessEnd processEnd, Runnable closing, Runnable last) {
        this.processEnd = processEnd;
        this.closing = closing;
        this.last = last;
        processEnd.onSignal(hook);
    }

    /// Blocks until the process is asked to end; the process then ends in another thread.
    void await() throws InterruptedException {
        begun.await();
        new CountDownLatch(1).await();
    }

    /// The command has ended by itself. When the process is about to end anyway, that goes first.
    @Override
    public void close() {
        if (!processEnd.forget(hook)) {
            try {
                await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void end() {
        begun.countDown();
        bounded(closing, LONGEST);
        bounded(last, Duration.ofMillis(100));
        processEnd.halt(ExitCode.DONE);
    }

    private static void bounded(Runnable work, Duration longest) {
        Thread thread = Thread.ofPlatform().daemon().start(work);
        try {
            thread.join(longest);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
