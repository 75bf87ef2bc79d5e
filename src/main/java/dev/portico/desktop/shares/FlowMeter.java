package dev.portico.desktop.shares;

import dev.portico.share.TrafficSample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Makes bytes per second out of readings of the counters, over the last two seconds.
final class FlowMeter {
    private static final Duration WINDOW = Duration.ofSeconds(2);

    /// Bytes per second, each way.
    record Rates(double sent, double received) {
        static final Rates NONE = new Rates(0, 0);
    }

    private record Reading(Instant at, TrafficSample sample) {}

    private final Deque<Reading> readings = new ArrayDeque<>();
    private boolean still;

    Rates take(Instant now, TrafficSample sample) {
        if (still && sample.equals(readings.getLast().sample())) {
            readings.clear();
        }
        readings.addLast(new Reading(now, sample));
        Rates rates = rates(now, sample);
        still = rates.equals(Rates.NONE);
        return rates;
    }

    private Rates rates(Instant now, TrafficSample sample) {
        if (readings.size() == 1) {
            return Rates.NONE;
        }
        while (readings.size() > 2
                && Duration.between(readings.getFirst().at(), now).compareTo(WINDOW) > 0) {
            readings.removeFirst();
        }
        Reading first = readings.getFirst();
        double seconds = Duration.between(first.at(), now).toNanos() / 1e9;
        if (seconds <= 0) {
            return Rates.NONE;
        }
        return new Rates(
                (sample.sent() - first.sample().sent()) / seconds,
                (sample.received() - first.sample().received()) / seconds);
    }
}
