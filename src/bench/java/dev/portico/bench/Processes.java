package dev.portico.bench;

import java.util.concurrent.TimeUnit;

/// How a program of the benchmark is ended.
final class Processes {
    private static final int GRACE_SECONDS = 5;

    private Processes() {}

    /// Asks it to end, and ends it by force when it does not.
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
