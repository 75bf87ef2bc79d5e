package dev.portico.link;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/// Sixteen random bytes that are sent out through the server and must come back through the
/// forward.
record Nonce(long first, long second) {

    static Nonce random(SecureRandom random) {
        return new Nonce(random.nextLong(), random.nextLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(first).putLong(second).array();
    }

    boolean isIn(ByteBuffer data) {
        return data.remaining() == 2 * Long.BYTES
                && data.getLong(data.position()) == first
                && data.getLong(data.position() + Long.BYTES) == second;
    }
}
