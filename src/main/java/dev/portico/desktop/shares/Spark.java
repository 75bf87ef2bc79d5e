package dev.portico.desktop.shares;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The traffic of the last minute, oldest first.
record Spark(List<Point> points) {
    static final int POINTS = 30;
    private static final Point STILL = new Point(0, 0);
    static final Spark NOTHING = new Spark(Collections.nCopies(POINTS, STILL));

    /// Bytes per step.
    record Point(double sent, double received) {}

    /// The newest point comes as often as steps have passed, and pushes the oldest out.
    Spark then(Point newest, int times) {
        if (equals(NOTHING) && newest.equals(STILL)) {
            return this;
        }
        List<Point> all = new ArrayList<>(points.subList(times, POINTS));
        all.addAll(Collections.nCopies(times, newest));
        return all.equals(NOTHING.points) ? NOTHING : new Spark(List.copyOf(all));
    }

    double highest() {
        return points.stream()
                .mapToDouble(point -> Math.max(point.sent(), point.received()))
                .max()
                .orElse(0);
    }
}
