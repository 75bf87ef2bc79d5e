package dev.portico.share;

import java.nio.file.Path;
import java.util.Optional;

/// Which host keys a server may show.
///
/// @param file known_hosts file to use instead of Portico's own and `~/.ssh/known_hosts`
/// @param acceptNew whether a key never seen before is taken and written down without asking
public record HostKeys(Optional<Path> file, boolean acceptNew) {
    public static final HostKeys USUAL = new HostKeys(Optional.empty(), false);
}
