package dev.portico.desktop.shares;

import dev.portico.share.TrafficSample;

import java.time.Duration;
import java.time.Instant;

/// Makes the line of the last minute out of readings of the counters, one point every two seconds.
final class FlowHistory {
    private static final Duration STEP = Duration.ofSeconds(2);

    private Spark spark = Spark.NOTHING;
    private TrafficSample before;
    private long step;

    FlowHistory(Instant now, TrafficSample sample) {
        before = sample;
        step = step(now);
    }

    Spark take(Instant now, TrafficSample sample) {
        long passed = step(now) - step;
        if (passed <= 0) {
            return spark;
        }
        Spark.Point newest =
                new Spark.Point(
                        (double) (sample.sent() - before.sent()) / passed,
                        (double) (sample.received() - before.received()) / passed);
        spark = spark.then(newest, (int) Math.min(passed, Spark.POINTS));
        before = sample;
        step += passed;
        return spark;
    }

    private static long step(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), STEP.toMillis());
    }
}
