package dev.portico.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// BLAKE2b without a key (RFC 7693), which the JDK lacks.
final class Blake2b {
    private static final int BLOCK = 128;
    private static final int ROUNDS = 12;
    private static final long[] START = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
    };

    /// In which order each round takes the words of the block, a hexadecimal digit each.
    private static final String[] ORDERS = {
        "0123456789abcdef",
        "ea489fd61c02b753",
        "b8c052fdae367194",
        "7931dcbe265a40f8",
        "905724afe1bc683d",
        "2c6a0b834d75fe19",
        "c51fed4a0763928b",
        "db7ec13950f4862a",
        "6fe9b308c2d714a5",
        "a2847615fb9e3cd0"
    };

    private final long[] state = START.clone();
    private final long[] work = new long[16];
    private final long[] words = new long[16];

    private Blake2b() {}

    /// @param length of the digest, at most 64
    static byte[] digest(int length, byte[]... parts) {
        byte[] text = joined(parts);
        Blake2b hash = new Blake2b();
        hash.state[0] ^= 0x01010000L ^ length;
        int blocks = Math.max(1, (text.length + BLOCK - 1) / BLOCK);
        for (int i = 0; i < blocks; i++) {
            byte[] block = Arrays.copyOfRange(text, i * BLOCK, (i + 1) * BLOCK);
            boolean last = i == blocks - 1;
            hash.take(block, last ? text.length : (i + 1L) * BLOCK, last);
            Arrays.fill(block, (byte) 0);
        }
        Arrays.fill(text, (byte) 0);
        ByteBuffer digest = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        digest.asLongBuffer().put(hash.state);
        Arrays.fill(hash.words, 0);
        return Arrays.copyOf(digest.array(), length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all =
                ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    /// @param count of the bytes up to here
    private void take(byte[] block, long count, boolean last) {
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
        System.arraycopy(state, 0, work, 0, 8);
        System.arraycopy(START, 0, work, 8, 8);
        work[12] ^= count;
        work[14] ^= last ? -1 : 0;
        for (int round = 0; round < ROUNDS; round++) {
            String order = ORDERS[round % ORDERS.length];
            for (int i = 0; i < 4; i++) {
                mix(i, i + 4, i + 8, i + 12, order, 2 * i);
            }
            for (int i = 0; i < 4; i++) {
                mix(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, order, 8 + 2 * i);
            }
        }
        for (int i = 0; i < 8; i++) {
            state[i] ^= work[i] ^ work[i + 8];
        }
    }

    private void mix(int a, int b, int c, int d, String order, int at) {
        work[a] += work[b] + words[Character.digit(order.charAt(at), 16)];
        work[d] = Long.rotateRight(work[d] ^ work[a], 32);
        work[c] += work[d];
        work[b] = Long.rotateRight(work[b] ^ work[c], 24);
        work[a] += work[b] + words[Character.digit(order.charAt(at + 1), 16)];
        work[d] = Long.rotateRight(work[d] ^ work[a], 16);
        work[c] += work[d];
        work[b] = Long.rotateRight(work[b] ^ work[c], 63);
    }
}
