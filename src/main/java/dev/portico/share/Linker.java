package dev.portico.share;

import java.util.function.Consumer;

/// Opens forwards; the way to a server is its own business.
@FunctionalInterface
public interface Linker {

    /// Blocks until the server has granted the port, at most for the server's connect timeout and
    /// what the user takes to answer. An interrupt ends the wait and leaves nothing open.
    ///
    /// @param progress told each step, on the calling thread or another
    LiveForward open(
            Server server, Share share, Doorway doorway, Consumer<ShareState.Step> progress)
            throws ProblemException, InterruptedException;
}
