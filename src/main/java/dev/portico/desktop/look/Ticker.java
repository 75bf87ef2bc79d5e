package dev.portico.desktop.look;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The one clock of the window: asks the view models to look four times a second, while there is
/// somebody to see it. No animation, which would keep the screen busy in between.
public final class Ticker {
    private static final long PERIOD_MILLIS = 250;

    private final Executor screen;
    private final Runnable refresh;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ticker").factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private Optional<Future<?>> beat = Optional.empty();

    /// @param screen where the looking is done; all other methods are called there too
    public Ticker(Executor screen, Runnable refresh) {
        this.screen = screen;
        this.refresh = refresh;
    }

    public void run(boolean visible) {
        if (visible && beat.isEmpty() && !clock.isShutdown()) {
            beat =
                    Optional.of(
                            clock.scheduleAtFixedRate(
                                    this::ask,
                                    PERIOD_MILLIS,
                                    PERIOD_MILLIS,
                                    TimeUnit.MILLISECONDS));
        } else if (!visible) {
            beat.ifPresent(running -> running.cancel(false));
            beat = Optional.empty();
        }
    }

    /// Nothing is looked at any more, not even what had been asked for before.
    public void stop() {
        run(false);
        clock.shutdownNow();
    }

    /// Once at a time: a screen that is busy is not asked again meanwhile.
    private void ask() {
        if (asked.compareAndSet(false, true)) {
            screen.execute(this::look);
        }
    }

    private void look() {
        asked.set(false);
        if (beat.isPresent()) {
            refresh.run();
        }
    }
}
