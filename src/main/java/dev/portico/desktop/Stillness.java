package dev.portico.desktop;

import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.TrafficSample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells whether the window would look the same once more, so that one that is left open costs
/// next to nothing. On the screen's thread.
final class Stillness {
    private static final Duration COUNTS_SECONDS = Duration.ofSeconds(65);
    private static final Duration SPARK_LINE = Duration.ofSeconds(65);
    private static final Duration AFTERMATH = Duration.ofSeconds(5);
    private static final Duration SHOWS_MINUTES = Duration.ofSeconds(15);

    private List<ShareStatus> last = List.of();
    private long movements = -1;
    private Instant looked = Instant.EPOCH;
    private Instant moved = Instant.EPOCH;
    private Instant flowed = Instant.EPOCH;

    /// @param nowMovements another number whenever something else has happened
    boolean isStill(List<ShareStatus> snapshot, long nowMovements, Instant now) {
        boolean same = nowMovements == movements && snapshot.equals(last);
        if (!same) {
            moved = now;
            flowed = traffic(snapshot).equals(traffic(last)) ? flowed : now;
        }
        if (same
                && !isWithin(AFTERMATH, moved, now)
                && !isWithin(SPARK_LINE, flowed, now)
                && isWithin(SHOWS_MINUTES, looked, now)
                && snapshot.stream().noneMatch(status -> countsSeconds(status, now))) {
            return true;
        }
        last = snapshot;
        movements = nowMovements;
        looked = now;
        return false;
    }

    private static List<TrafficSample> traffic(List<ShareStatus> snapshot) {
        return snapshot.stream().map(ShareStatus::traffic).toList();
    }

    private static boolean countsSeconds(ShareStatus status, Instant now) {
        return !status.visits().isEmpty()
                || switch (status.state()) {
                    case ShareState.Open open -> isWithin(COUNTS_SECONDS, open.since(), now);
                    case ShareState.Connecting _, ShareState.Waiting _ -> true;
                    case ShareState.Stopped _, ShareState.Failed _ -> false;
                };
    }

    private static boolean isWithin(Duration time, Instant then, Instant now) {
        return Duration.between(then, now).abs().compareTo(time) < 0;
    }
}
