package dev.portico.bench;

import java.util.List;

/// Something that is measured for each contender in each round.
record Row(String id, Stage stage, Measurement measurement, List<Line> lines) {

    interface Measurement {
        Reading take(Client client, Visitors visitors) throws Unmeasured, InterruptedException;
    }

    static Row of(String id, Stage stage, Measurement measurement, Line... lines) {
        return new Row(id, stage, measurement, List.of(lines));
    }
}
