package dev.portico.console;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Wording;

import java.io.PrintStream;
import java.util.Locale;

/// Says things to people, on one stream and in one language.
record Words(PrintStream stream, Locale locale) {

    private static final String INDENT = "  ";
    private static final int LONGEST_QUOTE = 120;

    /// @param facts pairs of a placeholder's name and its value
    void say(String key, String... facts) {
        stream.println(Wording.text(locale, key, facts));
        stream.flush();
    }

    /// Belongs to the line before.
    void sayBelow(String key, String... facts) {
        stream.print(INDENT);
        say(key, facts);
    }

    void tell(Problem problem) {
        stream.println(problem.title(locale));
        advise(problem);
    }

    /// What to do about it, and what the other side said itself.
    void advise(Problem problem) {
        problem.consoleRemedy(locale).lines().forEach(line -> stream.println(INDENT + line));
        if (!problem.raw().isEmpty()) {
            sayBelow(problem.quoted() ? "console.said" : "console.raw", "raw", quote(problem));
        }
        stream.flush();
    }

    /// What is no SSH server may answer with a whole page.
    private static String quote(Problem problem) {
        String raw = problem.raw();
        boolean whole =
                problem.code() != ProblemCode.NOT_SSH
                        || raw.codePointCount(0, raw.length()) <= LONGEST_QUOTE;
        return whole ? raw : raw.substring(0, raw.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
