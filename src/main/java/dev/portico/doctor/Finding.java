package dev.portico.doctor;

import dev.portico.share.Problem;
import dev.portico.share.Wording;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// What a check found. Its words come from the message bundle.
///
/// @param value what was measured, the same in every language; may be empty
/// @param why which of the check's sentences says it
/// @param facts what fills the placeholders
/// @param problem where a part that shares also use has failed
/// @param fixes what mends it; one after the other, unless they name ways
/// @param seen lines of the server's own files and programs that speak for it, where it was looked
///     inside
public record Finding(
        Check check,
        Outcome outcome,
        String value,
        String why,
        Map<String, String> facts,
        Optional<Problem> problem,
        List<Fix> fixes,
        List<String> seen) {
    static final String CHECK = "check";
    private static final String INDENT = "    ";

    public Finding {
        facts = Map.copyOf(facts);
        fixes = List.copyOf(fixes);
        seen = List.copyOf(seen);
    }

    private Finding(
            Check check,
            Outcome outcome,
            String value,
            String why,
            Map<String, String> facts,
            Optional<Problem> problem,
            List<Fix> fixes) {
        this(check, outcome, value, why, facts, problem, fixes, List.of());
    }

    static Finding passed(Check check, String value, String why, Map<String, String> facts) {
        return new Finding(check, Outcome.PASSED, value, why, facts, Optional.empty(), List.of());
    }

    static Finding skipped(Check check, String why, Map<String, String> facts) {
        return new Finding(check, Outcome.SKIPPED, "", why, facts, Optional.empty(), List.of());
    }

    static Finding failed(
            Check check, String value, String why, Map<String, String> facts, List<Fix> fixes) {
        return new Finding(check, Outcome.FAILED, value, why, facts, Optional.empty(), fixes);
    }

    static Finding failed(Check check, Problem problem, List<Fix> fixes) {
        return new Finding(
                check,
                Outcome.FAILED,
                problem.code().code(),
                problem.code().code(),
                problem.facts(),
                Optional.of(problem),
                fixes);
    }

    Finding seeing(List<String> lines) {
        return new Finding(check, outcome, value, why, facts, problem, fixes, lines);
    }

    /// Only the ways that this server has, where it has any of them.
    Finding withWays(List<String> ways) {
        List<Fix> fitting = fixes.stream().filter(fix -> ways.contains(fix.way())).toList();
        return fitting.isEmpty()
                ? this
                : new Finding(check, outcome, value, why, facts, problem, fitting, seen);
    }

    /// The name of the check, or what is wrong.
    public String title(Locale locale) {
        return problem.map(it -> it.title(locale))
                .orElseGet(
                        () ->
                                outcome == Outcome.FAILED
                                        ? text(locale, ".title")
                                        : label(check, locale));
    }

    public static String label(Check check, Locale locale) {
        return Wording.text(locale, "doctor." + check.code());
    }

    /// What was seen, in a sentence; what the server itself said of it where it failed.
    public String detail(Locale locale) {
        return switch (outcome) {
            case PASSED, SKIPPED -> text(locale, "");
            case FAILED ->
                    problem.map(Problem::raw).orElseGet(() -> facts.getOrDefault("words", ""));
        };
    }

    /// Why it is so; empty where nothing failed.
    public String cause(Locale locale) {
        return outcome == Outcome.FAILED ? text(locale, ".cause") : "";
    }

    /// What to do now, with the lines to copy; empty where nothing failed.
    public String remedy(Locale locale) {
        return advice(locale, "", Problem::consoleRemedy)
                + fixes.stream().map(fix -> "\n" + text(fix, locale)).collect(Collectors.joining());
    }

    /// As [#remedy], for the window, which shows the lines apart.
    public String advice(Locale locale) {
        return advice(locale, ".window", Problem::remedy);
    }

    /// @param place has words of its own, where the bundle has some for it
    private String advice(
            Locale locale, String place, BiFunction<Problem, Locale, String> general) {
        if (outcome != Outcome.FAILED) {
            return "";
        }
        String own = key(".remedy");
        String there = Wording.has(locale, own + place) ? own + place : own;
        return problem.isPresent() && !Wording.has(locale, own)
                ? general.apply(problem.get(), locale)
                : Wording.text(locale, there, facts);
    }

    /// What is copied: the lines alone.
    public String lines() {
        return fixes.stream()
                .flatMap(fix -> fix.lines().stream())
                .collect(Collectors.joining("\n"));
    }

    private String text(Fix fix, Locale locale) {
        return head(fix, locale)
                + fix.lines().stream()
                        .map(line -> "\n" + INDENT + line)
                        .collect(Collectors.joining());
    }

    /// Where the lines belong.
    public String head(Fix fix, Locale locale) {
        return fix.way().isEmpty()
                ? Wording.text(locale, "doctor.fix." + fix.place().code(), facts)
                : Wording.text(locale, "doctor.fix.way", "way", fix.way());
    }

    /// Some sentences are the same for every check.
    private String text(Locale locale, String part) {
        String own = key(part);
        String key = Wording.has(locale, own) ? own : "doctor.any." + why + part;
        return Wording.has(locale, key) ? Wording.text(locale, key, words(locale)) : "";
    }

    /// A check that is spoken of is called by its name.
    private Map<String, String> words(Locale locale) {
        Map<String, String> words = new HashMap<>(facts);
        words.computeIfPresent(CHECK, (_, code) -> Wording.text(locale, "doctor." + code));
        return words;
    }

    private String key(String part) {
        String of = problem.isPresent() ? "cause." : check.code() + ".";
        return "doctor." + of + why + part;
    }
}
