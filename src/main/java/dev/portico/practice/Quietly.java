package dev.portico.practice;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Threads whose last words go to a log. A server that is closed under load may die of its own
/// closing, and the terminal belongs to the user.
final class Quietly extends ThreadGroup {

    @FunctionalInterface
    interface Start {
        void run() throws IOException;
    }

    private final Logger log;

    private Quietly(Logger log) {
        super("practice");
        this.log = log;
    }

    /// Runs it to its end on a thread of such a group; threads that it starts belong there too.
    static void run(Logger log, Start start) throws IOException {
        FutureTask<Boolean> task =
                new FutureTask<>(
                        () -> {
                            start.run();
                            return true;
                        });
        Thread starter = new Thread(new Quietly(log), task, "practice-start");
        starter.setDaemon(true);
        starter.start();
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", e);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        log.log(Level.FINE, thread.getName(), error);
    }
}
