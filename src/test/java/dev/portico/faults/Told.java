package dev.portico.faults;

import dev.portico.share.Problem;

import java.time.Duration;
import java.util.Locale;

/// What the user was told in one run of a case, and how long that took.
public final class Told {
    static final String NOTHING = "nothing: it goes on";

    private long since = System.nanoTime();
    private Duration took = Duration.ZERO;
    private String words = "";

    /// The fault begins now, and not at the start of the test.
    public void faultBegins() {
        since = System.nanoTime();
    }

    /// Answers the problem itself, so that more can be said of it.
    public Problem problem(Problem problem) {
        words(problem.title(Locale.ENGLISH) + " (" + problem.brief(Locale.ENGLISH) + ")");
        return problem;
    }

    /// What the user is not told of has been survived by now.
    public void nothing() {
        words(NOTHING);
    }

    public void words(String text) {
        took = sinceFault();
        words = text;
    }

    /// Whatever is told later, this is how long it took.
    Duration took() {
        return took;
    }

    public Duration sinceFault() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    String text() {
        return words;
    }
}
