package dev.portico.link;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What must always hold; collects where it did not.
final class Rules {
    private final List<String> broken = new CopyOnWriteArrayList<>();

    void check(boolean holds, String rule, Object... parts) {
        if (!holds) {
            broken.add(rule.formatted(parts));
        }
    }

    List<String> broken() {
        return broken;
    }

    /// The byte that stands at this place of a stream; every stream has its own.
    static byte at(int stream, long place) {
        return (byte) (place * 31 + (place >> 8) * 7 + stream * 13);
    }
}
