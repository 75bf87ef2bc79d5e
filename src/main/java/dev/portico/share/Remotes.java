package dev.portico.share;

/// Opens sessions for commands; asks, signs in and knows host keys as for shares.
@FunctionalInterface
public interface Remotes {

    /// Blocks until signed in. An interrupt ends the wait and leaves nothing open.
    ///
    /// @param progress told each step, on the calling thread or another
    Remote remote(Server server, Progress progress) throws ProblemException, InterruptedException;
}
