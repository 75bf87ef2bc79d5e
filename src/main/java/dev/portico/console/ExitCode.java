package dev.portico.console;

/// What the process says when it ends. Scripts depend on it.
final class ExitCode {
    static final int DONE = 0;

    /// A problem ended it.
    static final int PROBLEM = 1;

    static final int USAGE = 2;

    /// A saved item is needed or must be written, and the settings cannot be.
    static final int SETTINGS = 3;

    private ExitCode() {}
}
