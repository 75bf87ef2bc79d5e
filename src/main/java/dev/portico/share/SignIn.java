package dev.portico.share;

import java.nio.file.Path;
import java.util.List;

/// How a server learns who we are. No secret stands here: only where one is to be found.
public sealed interface SignIn {

    /// Servers count every key that is offered as a try.
    int MOST_KEYS = 3;

    /// The agent's keys, then `~/.ssh/id_*`, at most three.
    record Automatic() implements SignIn {}

    record KeyFiles(List<Path> paths) implements SignIn {
        public KeyFiles {
            paths = List.copyOf(paths);
        }
    }

    record Agent() implements SignIn {}

    record Password() implements SignIn {}
}
