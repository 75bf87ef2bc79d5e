package dev.portico.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one measurement found: named numbers, of which `value` is the one that is compared.
record Reading(Map<String, Double> numbers) {

    static Reading of(String name, double number) {
        return new Reading(Map.of(name, number));
    }

    Reading with(String name, double number) {
        Map<String, Double> more = new LinkedHashMap<>(numbers);
        more.put(name, number);
        return new Reading(more);
    }

    /// Median and 99th percentile in microseconds.
    Reading withTimes(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return with("p50", at(sorted, 0.5)).with("p99", at(sorted, 0.99));
    }

    double value() {
        return get("value");
    }

    double get(String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }

    /// @throws Unmeasured when the line tells of an error
    static Reading parse(String line) throws Unmeasured {
        if (line.startsWith("error=")) {
            throw new Unmeasured(line.substring("error=".length()));
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String word : line.split(" ")) {
            String[] pair = word.split("=");
            numbers.put(pair[0], Double.valueOf(pair[1]));
        }
        return new Reading(numbers);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        numbers.forEach((name, number) -> line.append(name + "=" + number + " "));
        return line.toString().strip();
    }

    private static double at(long[] sorted, double part) {
        int index = (int) Math.min(sorted.length - 1L, (long) (sorted.length * part));
        return sorted.length == 0 ? Double.NaN : sorted[index] / 1e3;
    }
}
