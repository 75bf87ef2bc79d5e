package dev.portico.share;

/// How long a share goes on trying.
///
/// @param firstTries how often a share that has never been open is tried; afterwards it is for ever
public record Patience(int firstTries) {
    /// For the window and for services.
    public static final Patience ENDLESS = new Patience(Integer.MAX_VALUE);

    /// For one command on a terminal.
    public static final Patience SHORT = new Patience(3);

    boolean triesAgain(Problem problem, int attempt, boolean wasOpen) {
        if (problem.code() == ProblemCode.PORT_TAKEN && !wasOpen) {
            return false;
        }
        boolean always = wasOpen || problem.code() == ProblemCode.NETWORK_ABSENT;
        return problem.code().curesItself() && (always || attempt < firstTries);
    }
}
