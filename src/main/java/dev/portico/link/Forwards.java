package dev.portico.link;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The forwards of one session. Read by the reader for each visitor; small, and seldom changed.
final class Forwards {
    private final List<RemoteForward> forwards = new CopyOnWriteArrayList<>();

    void add(RemoteForward forward) {
        forwards.add(forward);
    }

    void remove(RemoteForward forward) {
        forwards.remove(forward);
    }

    boolean isEmpty() {
        return forwards.isEmpty();
    }

    /// The server names the address that was asked for; where it names another one, the port
    /// decides.
    @Nullable RemoteForward find(String bind, int port) {
        RemoteForward byPort = null;
        for (RemoteForward forward : forwards) {
            if (forward.forward().port() == port) {
                if (RemoteForward.wireBind(forward.share()).equals(bind)) {
                    return forward;
                }
                byPort = forward;
            }
        }
        return byPort;
    }
}
