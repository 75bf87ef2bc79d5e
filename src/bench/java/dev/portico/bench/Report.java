package dev.portico.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The results as a page, what was missed first.
final class Report {

    /// A line with its numbers.
    record Score(
            Line line,
            double portico,
            double ssh,
            double again,
            double ratio,
            double control,
            boolean reached) {}

    private final Settings settings;
    private final List<Row> rows;
    private final Results results;
    private final Instant begun;
    private final String web;

    /// @param web what loaded the HTTP rows
    Report(Settings settings, List<Row> rows, Results results, Instant begun, String web) {
        this.settings = settings;
        this.rows = rows;
        this.results = results;
        this.begun = begun;
        this.web = web;
    }

    /// @return where it is
    Path write() throws IOException {
        List<Score> scores =
                rows.stream().flatMap(row -> row.lines().stream()).map(this::score).toList();
        Files.createDirectories(settings.report());
        Chart.write(scores, settings.report().resolve("report.png"));
        Path page = settings.report().resolve("report.md");
        Files.writeString(page, page(scores));
        return page;
    }

    private Score score(Line line) {
        double portico = median(line, Contender.PORTICO);
        double ratio = ratio(line, Contender.PORTICO);
        boolean reached =
                line.floor().isReached(portico, ratio)
                        && !results.hasFailed(line.row(), Contender.PORTICO);
        return new Score(
                line,
                portico,
                median(line, Contender.SSH),
                median(line, Contender.SSH_AGAIN),
                ratio,
                ratio(line, Contender.SSH_AGAIN),
                reached);
    }

    private double median(Line line, Contender contender) {
        return results.median(line.row(), line.number(), contender);
    }

    private double ratio(Line line, Contender contender) {
        return results.ratio(line.row(), line.number(), contender, Contender.SSH);
    }

    private String page(List<Score> scores) throws IOException {
        StringBuilder page = new StringBuilder("# Portico against ssh -N -R\n\n");
        page.append(Surroundings.text(settings, begun, web));
        page.append("\n![ratios](report.png)\n\n");
        page.append(
                """
                | what | unit | Portico | ssh | ssh-again | Portico/ssh | control | floor | |
                |---|---|---|---|---|---|---|---|---|
                """);
        scores.stream()
                .sorted(Comparator.comparing(Score::reached))
                .forEach(score -> page.append(text(score)));
        page.append("\n## Failed measurements\n\n");
        results.failures().forEach(failure -> page.append("- ").append(failure).append('\n'));
        page.append(results.failures().isEmpty() ? "none\n" : "");
        page.append(more());
        long seconds =
                Duration.between(begun, Instant.now()).truncatedTo(ChronoUnit.SECONDS).toSeconds();
        return page.append("\nTook " + seconds + " s.\n").toString();
    }

    private static String text(Score score) {
        Line line = score.line();
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        line.title(),
                        line.unit(),
                        number(score.portico()),
                        number(score.ssh()),
                        number(score.again()),
                        ratio(line, score.ratio()),
                        ratio(line, score.control()),
                        line.floor().text(),
                        score.reached() ? "reached" : "**not reached**");
    }

    private static String ratio(Line line, double ratio) {
        return line.floor().isRatio() ? number(ratio) : "–";
    }

    /// What stands behind the table.
    private String more() {
        StringBuilder more = new StringBuilder("\n## Details\n\n");
        more.append("| row | number | Portico | ssh | ssh-again |\n|---|---|---|---|---|\n");
        for (Row row : rows) {
            for (String name : results.names(row.id())) {
                more.append("| " + row.id() + " | " + name);
                for (Contender contender : Contender.values()) {
                    more.append(" | " + number(results.median(row.id(), name, contender)));
                }
                more.append(" |\n");
            }
        }
        return more.toString();
    }

    static String number(double number) {
        if (Double.isNaN(number)) {
            return "?";
        }
        return String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%.0f" : "%.2f", number);
    }
}
