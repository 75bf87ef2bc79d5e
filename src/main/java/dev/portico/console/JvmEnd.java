package dev.portico.console;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CountDownLatch;

/// The end of this JVM. After a signal it would end with 130 or 143, were it not halted inside a
/// hook; so there is one from the first moment on, before any command has something to close.
public final class JvmEnd implements ProcessEnd {
    private final Thread hook = Thread.ofPlatform().name("end").unstarted(this::end);
    private @Nullable Runnable command;
    private boolean begun;

    public JvmEnd() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public synchronized void onSignal(Runnable closing) {
        command = closing;
    }

    @Override
    public synchronized boolean forget(Runnable closing) {
        if (!begun) {
            command = null;
        }
        return !begun;
    }

    @Override
    public void halt(int code) {
        Runtime.getRuntime().halt(code);
    }

    /// Ends the process with this code, unless it is ending already.
    public void exit(int code) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            System.exit(code);
        } catch (IllegalStateException _) {
            awaitHalt();
        }
    }

    private void end() {
        Runnable closing = begin();
        if (closing == null) {
            halt(ExitCode.DONE);
        } else {
            closing.run();
        }
    }

    private synchronized @Nullable Runnable begin() {
        begun = true;
        return command;
    }

    private static void awaitHalt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
