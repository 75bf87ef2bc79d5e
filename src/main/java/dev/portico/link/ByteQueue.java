package dev.portico.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/// Bytes in order, kept in chunks so that many small pieces take no more memory than one large one.
/// Not thread-safe.
final class ByteQueue {
    private static final int CHUNK = 16 * 1024;

    /// Each is filled from 0 to its limit and read from its position.
    private final Deque<ByteBuffer> chunks = new ArrayDeque<>();

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    void add(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            ByteBuffer last = chunks.peekLast();
            if (last == null || last.limit() == last.capacity()) {
                last = ByteBuffer.allocate(CHUNK).limit(0);
                chunks.add(last);
            }
            int piece = Math.min(bytes.remaining(), last.capacity() - last.limit());
            int at = last.limit();
            last.limit(at + piece);
            last.put(at, bytes, bytes.position(), piece);
            bytes.position(bytes.position() + piece);
        }
    }

    /// Writes until the queue is empty or the channel takes no more.
    ///
    /// @return how many bytes were taken
    int writeTo(WritableByteChannel channel) throws IOException {
        int taken = 0;
        for (ByteBuffer first = chunks.peek(); first != null; first = chunks.peek()) {
            taken += channel.write(first);
            if (first.hasRemaining()) {
                break;
            }
            chunks.remove();
        }
        return taken;
    }

    void clear() {
        chunks.clear();
    }
}
