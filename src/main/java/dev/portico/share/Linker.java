package dev.portico.share;

/// Opens forwards; the way to a server is its own business.
@FunctionalInterface
public interface Linker {

    /// Blocks until the server has granted the port, at most for the server's connect timeout and
    /// what the user takes to answer. An interrupt ends the wait and leaves nothing open.
    ///
    /// @param progress told each step, on the calling thread or another
    LiveForward open(Server server, Share share, Doorway doorway, Progress progress)
            throws ProblemException, InterruptedException;

    /// One that shares no link with anybody: every step of the way is taken anew.
    default Linker alone() {
        return this;
    }
}
