package dev.portico.link;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// What goes to the server. Gathers the small packets of one turn of the sender into one write, as
/// every write wakes the server; large ones leave at once.
///
/// Assumed: the gatherer calls [#release] before it waits for anything but the session. Guaranteed:
/// bytes leave in the order in which they were written; what another thread flushes takes with it
/// all that came before, so that a key exchange, which the gatherer waits for, never waits for the
/// gatherer.
final class GatheredOutput extends OutputStream {
    private static final int CAPACITY = 64 * 1024;
    private static final int LARGE = 8 * 1024;

    private final WritableByteChannel to;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CAPACITY);
    private @Nullable Thread gatherer;

    GatheredOutput(WritableByteChannel to) {
        this.to = to;
    }

    /// From now on what the calling thread flushes is held back until it calls [#release].
    synchronized void gather() {
        gatherer = Thread.currentThread();
    }

    synchronized void release() throws IOException {
        writeOut();
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int piece = Math.min(end - at, buffer.remaining());
            buffer.put(bytes, at, piece);
            at += piece;
            if (!buffer.hasRemaining()) {
                writeOut();
            }
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (Thread.currentThread() != gatherer || buffer.position() >= LARGE) {
            writeOut();
        }
    }

    private void writeOut() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                to.write(buffer);
            }
        } finally {
            buffer.clear(); // after a failure the session is over
        }
    }
}
