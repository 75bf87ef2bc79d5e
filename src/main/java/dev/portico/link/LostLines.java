package dev.portico.link;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Connections that were given up because nothing came through them any more.
///
/// The server may not know: its side of a silent line lives on, with the old session and its ports,
/// and TCP tells it late, for it doubles its pauses (RFC 6298, section 5.5). So the connection is
/// kept until another one to the same place stands, and is reset then (RFC 9293, section 3.10.4):
/// the server hears of it within a round trip. Thread-safe.
final class LostLines implements AutoCloseable {
    private static final int MOST_FOR_ONE_PLACE = 4;

    private final Map<String, Deque<SocketChannel>> lines = new HashMap<>();
    private boolean closed;

    /// Takes over a connection of which both directions are shut down.
    synchronized void keep(String place, SocketChannel line) {
        Deque<SocketChannel> all = lines.computeIfAbsent(place, _ -> new ArrayDeque<>());
        all.add(line);
        while (closed ? !all.isEmpty() : all.size() > MOST_FOR_ONE_PLACE) {
            reset(all.remove());
        }
    }

    /// The way to the place is free again.
    synchronized void reset(String place) {
        Deque<SocketChannel> all = lines.remove(place);
        if (all != null) {
            all.forEach(LostLines::reset);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        lines.values().forEach(all -> all.forEach(LostLines::reset));
        lines.clear();
    }

    private static void reset(SocketChannel line) {
        try {
            line.setOption(StandardSocketOptions.SO_LINGER, 0);
            line.close();
        } catch (IOException e) {
            System.getLogger(LostLines.class.getName())
                    .log(System.Logger.Level.DEBUG, "resetting", e);
        }
    }
}
