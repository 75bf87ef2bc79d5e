package dev.portico.console;

/// The end of the process, asked for from outside by SIGINT, SIGTERM or a closed terminal.
public interface ProcessEnd {
    void onSignal(Runnable closing);

    /// @return false when the end has begun already
    boolean forget(Runnable closing);

    void halt(int code);
}
