package dev.portico.desktop.examine;

import dev.portico.desktop.examine.Mending.Block;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Standing;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.ProblemWords;
import dev.portico.doctor.Check;
import dev.portico.doctor.Examination.Seen;
import dev.portico.doctor.Finding;
import dev.portico.doctor.Outcome;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts an examination into words.
record ExamineWriter(Texts texts) {

    /// @param before what was found the time before
    List<CheckLine> lines(Seen seen, List<Finding> before) {
        Map<Check, Finding> now = byCheck(seen.findings());
        Map<Check, Finding> then = byCheck(before);
        return Stream.of(Check.values())
                .map(
                        check ->
                                now.containsKey(check)
                                        ? found(now.get(check))
                                        : ahead(
                                                check,
                                                seen.running().filter(check::equals).isPresent(),
                                                Optional.ofNullable(then.get(check))))
                .toList();
    }

    /// Where the examination stands.
    String head(Seen seen, Standing standing) {
        return switch (standing) {
            case IDLE -> "";
            case RUNNING -> running(seen);
            case PASSED -> texts.of("examine.sound");
            case FAILED -> texts.count("examine.broken", count(seen, Outcome.FAILED));
            case CANCELLED -> texts.of("examine.cancelled");
        };
    }

    /// How many checks came out how.
    String sum(Seen seen) {
        return texts.of(
                "examine.sum",
                "passed",
                String.valueOf(count(seen, Outcome.PASSED)),
                "skipped",
                String.valueOf(count(seen, Outcome.SKIPPED)));
    }

    private String running(Seen seen) {
        return seen.running()
                .map(
                        check ->
                                texts.of(
                                        "examine.step",
                                        "n",
                                        String.valueOf(List.of(Check.values()).indexOf(check) + 1),
                                        "all",
                                        String.valueOf(Check.values().length)))
                .orElseGet(() -> texts.of("examine.begins"));
    }

    private static long count(Seen seen, Outcome outcome) {
        return seen.findings().stream().filter(it -> it.outcome() == outcome).count();
    }

    private static Map<Check, Finding> byCheck(List<Finding> findings) {
        return findings.stream().collect(Collectors.toMap(Finding::check, Function.identity()));
    }

    private CheckLine ahead(Check check, boolean running, Optional<Finding> before) {
        return new CheckLine(
                check,
                running ? Mark.CONNECTING : Mark.STOPPED,
                texts.of(running ? "check.state.running" : "check.state.ahead"),
                Finding.label(check, texts.locale()),
                "",
                !running,
                before.filter(it -> it.outcome() == Outcome.FAILED).map(this::mending));
    }

    private CheckLine found(Finding finding) {
        boolean failed = finding.outcome() == Outcome.FAILED;
        Mark mark =
                switch (finding.outcome()) {
                    case PASSED -> Mark.PASSED;
                    case FAILED -> Mark.FAILED;
                    case SKIPPED -> Mark.SKIPPED;
                };
        return new CheckLine(
                finding.check(),
                mark,
                texts.of("check.state." + finding.outcome().code()),
                Finding.label(finding.check(), texts.locale()),
                failed ? finding.title(texts.locale()) : finding.detail(texts.locale()),
                finding.outcome() == Outcome.SKIPPED,
                failed ? Optional.of(mending(finding)) : Optional.empty());
    }

    private Mending mending(Finding finding) {
        String remedy = finding.advice(texts.locale());
        boolean ways = finding.fixes().stream().anyMatch(fix -> !fix.way().isEmpty());
        String all = finding.lines().isEmpty() ? remedy : finding.lines();
        return new Mending(
                finding.title(texts.locale()),
                finding.cause(texts.locale()),
                saidLabel(finding),
                finding.detail(texts.locale()),
                remedy,
                finding.fixes().stream()
                        .map(
                                fix ->
                                        new Block(
                                                finding.head(fix, texts.locale()),
                                                String.join("\n", fix.lines())))
                        .toList(),
                ways ? "" : all);
    }

    private String saidLabel(Finding finding) {
        if (finding.detail(texts.locale()).isBlank()) {
            return "";
        }
        return finding.problem()
                .map(problem -> ProblemWords.of(problem, texts).rawLabel())
                .orElseGet(() -> texts.of("panel.said.label"));
    }
}
