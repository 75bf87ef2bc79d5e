package dev.portico.store;

import dev.portico.share.Problem;

import java.util.Optional;

/// What the folder held at one moment.
///
/// @param readOnly whether nothing may be written there
/// @param hash of the file's bytes; empty when there is no file
record Loaded(
        Settings settings, Optional<Problem> problem, boolean readOnly, Optional<String> hash) {

    static final Loaded NOTHING =
            new Loaded(Settings.EMPTY, Optional.empty(), false, Optional.empty());
}
