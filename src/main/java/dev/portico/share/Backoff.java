package dev.portico.share;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: fast first, doubling to half a minute, spread by a
/// third so that many clients of one server do not come back in step.
public final class Backoff {
    private static final long[] FIRST_MILLIS = {200, 500, 1_000};
    private static final long LONGEST_MILLIS = 30_000;
    private static final double SPREAD = 0.3;

    private final RandomGenerator random;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// @param attempt the one that failed, from 1
    public Duration after(int attempt) {
        double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        return Duration.ofMillis(Math.round(Math.min(LONGEST_MILLIS, middle(attempt) * factor)));
    }

    private static long middle(int attempt) {
        if (attempt <= FIRST_MILLIS.length) {
            return FIRST_MILLIS[Math.max(1, attempt) - 1];
        }
        int doublings = Math.min(attempt - FIRST_MILLIS.length, 10);
        return Math.min(LONGEST_MILLIS, FIRST_MILLIS[FIRST_MILLIS.length - 1] << doublings);
    }
}
