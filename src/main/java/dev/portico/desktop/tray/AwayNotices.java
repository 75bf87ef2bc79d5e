package dev.portico.desktop.tray;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Speaks in the window while somebody sees it, and else through the system: there never the same
/// twice in a minute.
public final class AwayNotices implements Notices {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Notices window;
    private final Tray tray;
    private final BooleanSupplier away;
    private final InstantSource clock;
    private final Map<String, Instant> told = new HashMap<>();

    /// @param away whether nobody sees the window
    public AwayNotices(Notices window, Tray tray, BooleanSupplier away, InstantSource clock) {
        this.window = window;
        this.tray = tray;
        this.away = away;
        this.clock = clock;
    }

    public boolean isAway() {
        return away.getAsBoolean();
    }

    @Override
    public Runnable say(Mark mark, String first, String second) {
        if (!isAway()) {
            return window.say(mark, first, second);
        }
        if (isNew(first)) {
            tray.tell(first, second);
        }
        return () -> {};
    }

    /// As [#say], but never the same twice in a minute, wherever it is seen.
    void sayOnce(Mark mark, String first, String second) {
        if (isAway()) {
            say(mark, first, second);
        } else if (isNew(first)) {
            window.say(mark, first, second);
        }
    }

    private boolean isNew(String first) {
        Instant now = clock.instant();
        told.values().removeIf(at -> !now.isBefore(at.plus(PAUSE)));
        return told.putIfAbsent(first, now) == null;
    }

    @Override
    public void offer(Mark mark, String first, String action, Runnable run) {
        window.offer(mark, first, action, run);
    }
}
