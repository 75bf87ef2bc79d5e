package dev.portico.doctor;

import dev.portico.share.Server;
import dev.portico.share.Share;

import java.util.Optional;

/// Whoever examines; the rooms that only ask for it see no more of it than this.
@FunctionalInterface
public interface Examining {

    /// Returns at once.
    ///
    /// @param share what the server is held against; else what its profile says of new shares
    Examination examine(Server server, Optional<Share> share);
}
