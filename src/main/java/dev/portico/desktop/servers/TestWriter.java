package dev.portico.desktop.servers;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Standing;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.ProblemWords;
import dev.portico.share.Problem;
import dev.portico.share.Progress.Fact;
import dev.portico.share.Server;
import dev.portico.share.ServerTrial.Check;
import dev.portico.share.ServerTrial.Outcome;
import dev.portico.share.ServerTrial.Seen;
import dev.portico.share.ServerTrial.Why;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts the test of a server into words.
record TestWriter(Texts texts) {
    private static final int END_OF_FINGERPRINT = 4;

    /// What is tried, before there is a test.
    List<TestLine> plan() {
        return Stream.of(Check.values())
                .map(check -> line(check, Mark.STOPPED, "ahead", "", "", Optional.empty()))
                .toList();
    }

    List<TestLine> lines(Seen seen, Instant now) {
        return Stream.of(Check.values()).map(check -> line(seen, check, now)).toList();
    }

    private TestLine line(Seen seen, Check check, Instant now) {
        return switch (seen.of(check)) {
            case Outcome.Ahead _ -> line(check, Mark.STOPPED, "ahead", "", "", Optional.empty());
            case Outcome.Running(Instant since) ->
                    line(
                            check,
                            Mark.CONNECTING,
                            "running",
                            texts.of(key(check) + ".running", facts(seen)),
                            seconds(Duration.between(since, now)),
                            Optional.empty());
            case Outcome.Passed(Duration took) ->
                    line(
                            check,
                            Mark.PASSED,
                            "passed",
                            passed(seen, check),
                            time(took),
                            Optional.empty());
            case Outcome.Failed(Problem problem, Duration took) ->
                    line(
                            check,
                            Mark.FAILED,
                            "failed",
                            ProblemWords.of(problem, texts).title(),
                            time(took),
                            Optional.of(problem));
            case Outcome.Skipped(Why why) ->
                    line(check, Mark.SKIPPED, "skipped", why(seen, why), "", Optional.empty());
        };
    }

    private TestLine line(
            Check check,
            Mark mark,
            String state,
            String words,
            String time,
            Optional<Problem> problem) {
        return new TestLine(
                check,
                mark,
                texts.of("check.state." + state),
                texts.of(key(check)),
                words,
                time,
                problem);
    }

    private String passed(Seen seen, Check check) {
        return switch (check) {
            case NAME -> known(seen, check, Fact.ADDRESSES);
            case TCP -> known(seen, check, Fact.PLACE);
            case SSH_VERSION -> known(seen, check, Fact.SOFTWARE);
            case HOST_KEY -> known(seen, check, Fact.FINGERPRINT);
            case SIGN_IN -> texts.of(key(check) + ".passed", facts(seen));
            case FORWARDING -> known(seen, check, Fact.PORT);
            case PROVEN_INSIDE -> known(seen, check, Fact.ROUND_TRIP);
            case EXPOSURE -> exposure(seen);
        };
    }

    private String known(Seen seen, Check check, Fact needed) {
        return seen.facts().containsKey(needed)
                ? texts.of(key(check) + ".passed", facts(seen))
                : "";
    }

    private String exposure(Seen seen) {
        return seen.reach()
                .map(
                        reach ->
                                texts.of("exposure." + reach.exposure().code())
                                        + "\n"
                                        + reach.reason(texts.locale()))
                .orElse("");
    }

    private String why(Seen seen, Why why) {
        String key = "check.skipped." + plain(why);
        return switch (why) {
            case EARLIER_FAILED -> texts.of(key, "check", failed(seen));
            case CANCELLED, NOT_FROM_INSIDE -> texts.of(key);
            case CANNOT_TELL ->
                    seen.reach()
                            .map(reach -> reach.reason(texts.locale()))
                            .orElseGet(() -> texts.of(key));
        };
    }

    private String failed(Seen seen) {
        return Stream.of(Check.values())
                .filter(check -> seen.of(check) instanceof Outcome.Failed)
                .findFirst()
                .map(check -> texts.of(key(check)))
                .orElse("");
    }

    private static Map<String, String> facts(Seen seen) {
        Server server = seen.server();
        Map<String, String> facts = new HashMap<>();
        facts.put("host", server.host());
        facts.put("port", String.valueOf(server.port()));
        facts.put("user", server.user());
        seen.facts().forEach((fact, words) -> facts.put(name(fact), words));
        String fingerprint = seen.facts().getOrDefault(Fact.FINGERPRINT, "");
        int begin = Math.max(0, fingerprint.length() - END_OF_FINGERPRINT);
        facts.put("end", fingerprint.substring(begin));
        return facts;
    }

    private static String name(Fact fact) {
        return fact == Fact.PORT ? "granted" : plain(fact);
    }

    private String time(Duration took) {
        return took.toMillis() < 1000
                ? texts.of("test.milliseconds", "n", String.valueOf(took.toMillis()))
                : texts.of(
                        "test.seconds",
                        "n",
                        String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0));
    }

    /// Whole ones: what counts up is not to flicker.
    private String seconds(Duration since) {
        return texts.of("test.seconds", "n", String.valueOf(since.toSeconds()));
    }

    private static String key(Check check) {
        return "check." + plain(check);
    }

    private static String plain(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Where the test stands.
    String head(Seen seen, Standing standing) {
        return switch (standing) {
            case IDLE -> "";
            case RUNNING -> running(seen);
            case PASSED -> texts.of("test.passed");
            case FAILED -> texts.of("test.failed");
            case CANCELLED -> texts.of("test.cancelled");
        };
    }

    private String running(Seen seen) {
        List<Check> all = List.of(Check.values());
        return all.stream()
                .filter(check -> seen.of(check) instanceof Outcome.Running)
                .findFirst()
                .map(
                        check ->
                                texts.of(
                                        "test.step",
                                        "n",
                                        String.valueOf(all.indexOf(check) + 1),
                                        "all",
                                        String.valueOf(all.size())))
                .orElseGet(() -> texts.of("test.ending"));
    }
}
