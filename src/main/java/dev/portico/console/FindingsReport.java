package dev.portico.console;

import dev.portico.doctor.Examination;
import dev.portico.doctor.Finding;
import dev.portico.doctor.Fix;
import dev.portico.doctor.Outcome;
import dev.portico.share.Plain;
import dev.portico.share.Wording;
import dev.portico.store.JsonLines;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells what the doctor finds: to people line by line as it happens, to scripts all at its end.
record FindingsReport(Surroundings around, String server) {
    private static final long LOOK_MILLIS = 50;
    private static final int LONGEST_TITLE = 22;

    int asJson(List<Finding> findings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("server", server);
        fields.put("findings", findings.stream().map(this::fields).toList());
        say(new JsonLines().line(fields));
        return code(findings);
    }

    /// Only those that failed, once more, with what was seen inside.
    void surer(List<Finding> findings) {
        findings.stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .map(this::words)
                .forEach(this::say);
    }

    /// Blocks until it is over.
    int asWords(Examination examination) throws InterruptedException {
        int told = 0;
        Examination.Seen seen = examination.seen();
        while (true) {
            for (Finding finding : seen.findings().subList(told, seen.findings().size())) {
                say(words(finding));
                told++;
            }
            if (seen.over() && told == seen.findings().size()) {
                break;
            }
            Thread.sleep(LOOK_MILLIS);
            seen = examination.seen();
        }
        long broken = seen.findings().stream().filter(it -> it.outcome() == Outcome.FAILED).count();
        say("");
        say(
                text(
                        broken == 0 ? "console.doctor.sound" : "console.doctor.broken",
                        "server",
                        server,
                        "n",
                        String.valueOf(broken)));
        return code(seen.findings());
    }

    private static int code(List<Finding> findings) {
        return findings.stream().noneMatch(it -> it.outcome() == Outcome.FAILED)
                ? ExitCode.DONE
                : ExitCode.PROBLEM;
    }

    private String words(Finding finding) {
        Locale locale = around.locale();
        String head =
                column(text("console.doctor." + finding.outcome().code()), 8)
                        + column(Finding.label(finding.check(), locale), LONGEST_TITLE);
        if (finding.outcome() != Outcome.FAILED) {
            return head + Plain.text(finding.detail(locale));
        }
        StringBuilder words = new StringBuilder(head).append(finding.title(locale));
        below(words, text("console.doctor.cause", "cause", finding.cause(locale)));
        if (!finding.detail(locale).isBlank()) {
            below(words, text("console.doctor.said", "words", finding.detail(locale)));
        }
        finding.seen().forEach(line -> below(words, text("console.doctor.seen", "line", line)));
        finding.remedy(locale).lines().forEach(line -> below(words, line));
        return words.toString();
    }

    private static void below(StringBuilder words, String line) {
        words.append("\n    ").append(line);
    }

    /// Chinese letters are twice as wide.
    private static String column(String text, int width) {
        int wide = (int) text.chars().filter(c -> c > 0x2e80).count() + text.length();
        return text + " ".repeat(Math.max(1, width - wide));
    }

    private Map<String, Object> fields(Finding finding) {
        Locale locale = around.locale();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("check", finding.check().code());
        fields.put("outcome", finding.outcome().code());
        fields.put("value", finding.value());
        fields.put("title", finding.title(locale));
        fields.put("detail", finding.detail(locale));
        fields.put("cause", finding.cause(locale));
        fields.put("remedy", finding.remedy(locale));
        if (finding.outcome() == Outcome.FAILED) {
            fields.put("why", finding.why());
            if (!finding.seen().isEmpty()) {
                fields.put("seen", finding.seen());
            }
            fields.put("fixes", finding.fixes().stream().map(FindingsReport::fields).toList());
        }
        return fields;
    }

    private static Map<String, Object> fields(Fix fix) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("place", fix.place().code());
        if (!fix.way().isEmpty()) {
            fields.put("way", fix.way());
        }
        fields.put("lines", List.copyOf(fix.lines()));
        return fields;
    }

    private void say(String text) {
        around.out().writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
        around.out().flush();
    }

    private String text(String key, String... facts) {
        return Wording.text(around.locale(), key, facts);
    }
}
