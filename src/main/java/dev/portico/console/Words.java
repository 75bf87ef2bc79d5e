package dev.portico.console;

import dev.portico.share.Problem;
import dev.portico.share.Wording;

import java.io.PrintStream;
import java.util.Locale;

/// Says things to people, on one stream and in one language.
record Words(PrintStream stream, Locale locale) {

    /// @param facts pairs of a placeholder's name and its value
    void say(String key, String... facts) {
        stream.println(Wording.text(locale, key, facts));
        stream.flush();
    }

    void tell(Problem problem) {
        stream.println(problem.title(locale));
        advise(problem);
    }

    /// What to do about it, and what the other side said itself.
    void advise(Problem problem) {
        stream.println("  " + problem.remedy(locale));
        if (!problem.raw().isEmpty()) {
            say("console.raw", "raw", problem.raw());
        }
        stream.flush();
    }
}
