package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;

/// The words for a problem as the window shows them. A practice server that is missing was never
/// saved by the user: it could not start.
record ProblemWords(String title, String brief, String remedy) {

    static ProblemWords of(Problem problem, Texts texts) {
        return isPractice(problem)
                ? new ProblemWords(
                        texts.of("practice.failed.title"),
                        texts.of("practice.failed.brief"),
                        texts.of("practice.failed.remedy"))
                : new ProblemWords(
                        problem.title(texts.locale()),
                        problem.brief(texts.locale()),
                        problem.remedy(texts.locale()));
    }

    static boolean isPractice(Problem problem) {
        return problem.code() == ProblemCode.SERVER_MISSING
                && Server.PRACTICE.equals(problem.facts().get("server"));
    }
}
