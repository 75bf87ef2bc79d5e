package dev.portico.bench;

import java.util.List;

/// Something that is measured for each contender in each round.
///
/// @param warmUp what a client does before the row's first round, besides what all rows ask for
record Row(String id, Stage stage, Measurement measurement, Measurement warmUp, List<Line> lines) {
    private static final Reading NOTHING = Reading.of("value", 0);

    interface Measurement {
        Reading take(Client client, Visitors visitors) throws Unmeasured, InterruptedException;
    }

    static Row of(String id, Stage stage, Measurement measurement, Line... lines) {
        return new Row(id, stage, measurement, (_, _) -> NOTHING, List.of(lines));
    }

    Row warmedUpBy(Measurement other) {
        return new Row(id, stage, measurement, other, lines);
    }
}
