package dev.portico.link;

import dev.portico.share.Problem;
import dev.portico.share.ProblemException;

/// Catches the problem that a call is expected to end in.
public final class Problems {

    public interface Call {
        Object run() throws Exception;
    }

    private Problems() {}

    public static Problem of(Call call) throws Exception {
        try {
            Object result = call.run();
            throw new AssertionError("no problem, but " + result);
        } catch (ProblemException e) {
            return e.problem();
        }
    }
}
