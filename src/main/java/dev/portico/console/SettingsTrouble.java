package dev.portico.console;

import dev.portico.share.Problem;

/// The settings cannot give or take what a command needs.
final class SettingsTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    SettingsTrouble(Problem problem) {
        super(problem.code().code());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
