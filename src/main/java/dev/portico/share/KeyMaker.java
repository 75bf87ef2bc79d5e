package dev.portico.share;

import java.nio.file.Path;

/// Makes keys to sign in with.
public interface KeyMaker {

    /// Makes an Ed25519 key, its private half in a new file that only its owner can read, its
    /// public half beside it. A file that is there is never written over.
    ///
    /// @param passphrase empty for none; wiped
    /// @return the public half, as it stands in its file
    String make(Path file, String comment, char[] passphrase) throws ProblemException;

    /// The public half of a key, whoever made it.
    String publicHalf(Path file) throws ProblemException;
}
