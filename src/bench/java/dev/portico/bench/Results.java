package dev.portico.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every reading by row, contender and round, and every measurement that failed.
final class Results {
    private final int rounds;
    private final Map<String, Map<Contender, Reading[]>> readings = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    Results(int rounds) {
        this.rounds = rounds;
    }

    void add(Row row, Contender contender, int round, Reading reading) {
        readings.computeIfAbsent(row.id(), _ -> new EnumMap<>(Contender.class))
                        .computeIfAbsent(contender, _ -> new Reading[rounds])[round] =
                reading;
    }

    void failed(Row row, Contender contender, int round, String why) {
        failures.add(row.id() + ", " + contender.label() + ", round " + (round + 1) + ": " + why);
    }

    List<String> failures() {
        return failures;
    }

    boolean hasFailed(String row, Contender contender) {
        String start = row + ", " + contender.label() + ",";
        return failures.stream().anyMatch(failure -> failure.startsWith(start));
    }

    /// The names of all numbers that a row gave.
    List<String> names(String row) {
        return readings.getOrDefault(row, Map.of()).values().stream()
                .flatMap(Arrays::stream)
                .filter(reading -> reading != null)
                .flatMap(reading -> reading.numbers().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// @return NaN when nothing was measured
    double median(String row, String number, Contender contender) {
        return median(
                Arrays.stream(of(row, contender))
                        .filter(reading -> reading != null)
                        .mapToDouble(reading -> reading.get(number))
                        .toArray());
    }

    /// The median of the ratios round by round.
    double ratio(String row, String number, Contender of, Contender to) {
        Reading[] above = of(row, of);
        Reading[] below = of(row, to);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            if (above[i] != null && below[i] != null) {
                ratios.add(above[i].get(number) / below[i].get(number));
            }
        }
        return median(ratios.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Reading[] of(String row, Contender contender) {
        return readings.getOrDefault(row, Map.of()).getOrDefault(contender, new Reading[rounds]);
    }

    static double median(double[] numbers) {
        if (numbers.length == 0) {
            return Double.NaN;
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
