package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;

/// The words for a problem as the window shows them. A practice server that is missing was never
/// saved by the user: it could not start.
///
/// @param rawLabel what stands above the raw words; empty where they are not to be shown
public record ProblemWords(
        String title, String brief, String headline, String remedy, String rawLabel) {

    public static ProblemWords of(Problem problem, Texts texts) {
        return isPractice(problem)
                ? new ProblemWords(
                        texts.of("practice.failed.title"),
                        texts.of("practice.failed.brief"),
                        texts.of("practice.failed.headline"),
                        texts.of("practice.failed.remedy"),
                        rawLabel(problem, texts))
                : new ProblemWords(
                        problem.title(texts.locale()),
                        problem.brief(texts.locale()),
                        problem.headline(texts.locale()),
                        problem.remedy(texts.locale()),
                        rawLabel(problem, texts));
    }

    /// What a library or the system said helps nobody, unless the remedy speaks of it.
    private static String rawLabel(Problem problem, Texts texts) {
        if (problem.quoted()) {
            return texts.of("panel.said.label");
        }
        boolean needed =
                problem.code() == ProblemCode.ALGORITHMS_DISAGREE
                        || problem.code() == ProblemCode.INTERNAL;
        return needed && !problem.raw().isEmpty() ? texts.of("panel.raw.label") : "";
    }

    static boolean isPractice(Problem problem) {
        return problem.code() == ProblemCode.SERVER_MISSING
                && Server.PRACTICE.equals(problem.facts().get("server"));
    }
}
