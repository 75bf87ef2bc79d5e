package dev.portico.interop.config.servers;

import java.util.List;

/// What importing an alias would do.
public sealed interface State {
    record New() implements State {}

    record Same() implements State {}

    record Changed(List<Change> changes) implements State {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    record Change(Part part, String before, String now) {}
}
