package dev.portico.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What came of every case, printed and written to a file when all tests are over.
final class FaultTable implements AutoCloseable {
    /// Where tests run in two processes, each has a table of its own.
    private static final Path FILE =
            Path.of(
                    "target",
                    System.getProperty("test.fork", "1").equals("1") ? "faults.md" : "faults-2.md");

    private static final int FAULTS = 53;

    /// What cannot be tried before the product has the part.
    private static final Map<Integer, String> LATER =
            Map.of(
                    31, "the page for visitors while the service is down comes with the gate",
                    44, "a second Portico with the same settings",
                    49, "the gate",
                    50, "the gate",
                    51, "the gate's log",
                    53, "the gate's password");

    private record Case(int number, String done) implements Comparable<Case> {
        @Override
        public int compareTo(Case other) {
            return Comparator.comparingInt(Case::number)
                    .thenComparing(Case::done)
                    .compare(this, other);
        }
    }

    private static final class Row {
        private final int runs;
        private String told = "";
        private String skipped = "";
        private Duration longest = Duration.ZERO;
        private int passed;
        private int failed;

        Row(int runs) {
            this.runs = runs;
        }

        String outcome() {
            if (!skipped.isEmpty()) {
                return "skipped: " + skipped;
            }
            String count = passed + " of " + runs;
            return failed == 0 && passed == runs ? count : "FAILED, " + count;
        }

        String seconds() {
            return String.format(Locale.ROOT, "%.2f s", longest.toMillis() / 1000.0);
        }
    }

    private final Map<Case, Row> rows = new TreeMap<>();

    synchronized void passed(Fault fault, int runs, Told told) {
        Row row = row(fault, runs);
        row.passed++;
        heard(row, told);
    }

    synchronized void failed(Fault fault, int runs, Told told) {
        Row row = row(fault, runs);
        row.failed++;
        heard(row, told);
    }

    synchronized void skipped(Fault fault, int runs, String why) {
        row(fault, runs).skipped = why;
    }

    @Override
    public synchronized void close() throws IOException {
        List<String> lines =
                rows.entrySet().stream().map(row -> line(row.getKey(), row.getValue())).toList();
        lines.forEach(System.out::println);
        Files.createDirectories(FILE.getParent());
        Files.write(
                FILE,
                Stream.of(
                                Stream.of(
                                        cells("fault", "done", "told", "took at most", "runs"),
                                        cells("---:", "---", "---", "---:", "---")),
                                lines.stream(),
                                untried())
                        .flatMap(each -> each)
                        .toList());
    }

    private Stream<String> untried() {
        Set<Integer> tried = rows.keySet().stream().map(Case::number).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, FAULTS)
                .filter(number -> !tried.contains(number))
                .mapToObj(
                        number ->
                                cells(
                                        number,
                                        LATER.getOrDefault(number, ""),
                                        "",
                                        "",
                                        LATER.containsKey(number) ? "later" : "not tried"));
    }

    private Row row(Fault fault, int runs) {
        return rows.computeIfAbsent(new Case(fault.number(), fault.done()), _ -> new Row(runs));
    }

    private static void heard(Row row, Told told) {
        row.told = told.text();
        row.longest = told.took().compareTo(row.longest) > 0 ? told.took() : row.longest;
    }

    private static String line(Case it, Row row) {
        return cells(it.number(), it.done(), row.told, row.seconds(), row.outcome());
    }

    private static String cells(Object number, String... more) {
        String cells =
                String.join(" | ", Stream.of(more).map(text -> text.replace("|", "\\|")).toList());
        return "| " + number + " | " + cells + " |";
    }
}
