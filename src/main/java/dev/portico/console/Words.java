package dev.portico.console;

import dev.portico.share.Problem;
import dev.portico.share.Wording;

import java.io.PrintStream;
import java.util.Locale;

/// Says things to people, on one stream and in one language.
record Words(PrintStream stream, Locale locale) {

    private static final String INDENT = "  ";

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
        stream.println(INDENT + problem.remedy(locale));
        if (!problem.raw().isEmpty()) {
            sayBelow("console.raw", "raw", problem.raw());
        }
        stream.flush();
    }
}
