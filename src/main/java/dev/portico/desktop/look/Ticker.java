package dev.portico.desktop.look;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/// A clock of the screen: asks somebody to look at each beat, and only at each seventh once nothing
/// has moved for a while. No animation, which would keep the screen busy in between.
public final class Ticker {
    private static final int PATIENCE = 12;
    private static final int RESTING = 7;

    private final Duration period;
    private final Executor screen;
    private final LongSupplier movements;
    private final Runnable refresh;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ticker").factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private Optional<Future<?>> beat = Optional.empty();
    private long seen;
    private int still;

    /// @param screen where the looking is done; all other methods are called there too
    /// @param movements another number whenever something has moved; asked on any thread
    public Ticker(Duration period, Executor screen, LongSupplier movements, Runnable refresh) {
        this.period = period;
        this.screen = screen;
        this.movements = movements;
        this.refresh = refresh;
    }

    public void run(boolean visible) {
        if (visible && beat.isEmpty() && !clock.isShutdown()) {
            beat =
                    Optional.of(
                            clock.scheduleAtFixedRate(
                                    this::ask,
                                    period.toMillis(),
                                    period.toMillis(),
                                    TimeUnit.MILLISECONDS));
        } else if (!visible) {
            beat.ifPresent(running -> running.cancel(false));
            beat = Optional.empty();
        }
    }

    public boolean isRunning() {
        return beat.isPresent();
    }

    /// Nothing is looked at any more, not even what had been asked for before.
    public void stop() {
        run(false);
        clock.shutdownNow();
    }

    /// Once at a time: a screen that is busy is not asked again meanwhile.
    private void ask() {
        if (isDue() && asked.compareAndSet(false, true)) {
            screen.execute(this::look);
        }
    }

    private boolean isDue() {
        long now = movements.getAsLong();
        still = now == seen ? still + 1 : 0;
        seen = now;
        return still < PATIENCE || still % RESTING == 0;
    }

    private void look() {
        asked.set(false);
        if (beat.isPresent()) {
            refresh.run();
        }
    }
}
