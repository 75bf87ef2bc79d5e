package dev.portico.link;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The one-time authenticator of RFC 8439, section 2.5. No branch and no index depends on what is
/// secret.
///
/// Numbers modulo 2^130 - 5 are three limbs of 44, 44 and 42 bits. A product of two limbs is needed
/// as its low 44 bits and the rest; `multiplyHigh` gives the rest at once when its operands are
/// shifted left by 20 bits together. Assumed: limbs of the sum below 2^46, of the key below 2^49,
/// so that both stay positive; each block leaves limbs below 2^44 + 2^14, to which 2^44 is added.
final class Poly1305 {
    static final int KEY_BYTES = 32;
    static final int TAG_BYTES = 16;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 16;
    private static final long LOW44 = (1L << 44) - 1;
    private static final long LOW42 = (1L << 42) - 1;
    private static final long BEYOND_BLOCK = 1L << 40; // the bit above 128, in the third limb
    private static final int SUM_SHIFT = 17;
    private static final int KEY_SHIFT = 3;

    private final byte[] rest = new byte[BLOCK];
    private long r0;
    private long r1;
    private long r2;
    private long sLow;
    private long sHigh;
    private long h0;
    private long h1;
    private long h2;

    /// Begins a message.
    ///
    /// @param key [#KEY_BYTES] bytes from its start, good for one message
    void begin(byte[] key) {
        long low = (long) LONG.get(key, 0) & 0x0ffffffc0fffffffL;
        long high = (long) LONG.get(key, 8) & 0x0ffffffc0ffffffcL;
        r0 = low & LOW44;
        r1 = (low >>> 44 | high << 20) & LOW44;
        r2 = high >>> 24;
        sLow = (long) LONG.get(key, 16);
        sHigh = (long) LONG.get(key, 24);
        h0 = 0;
        h1 = 0;
        h2 = 0;
    }

    /// Takes the whole message, writes its tag and forgets the key.
    void finish(byte[] message, int start, int length, byte[] tag, int tagStart) {
        int whole = length & -BLOCK;
        absorb(message, start, whole, BEYOND_BLOCK);
        int left = length - whole;
        if (left > 0) {
            System.arraycopy(message, start + whole, rest, 0, left);
            rest[left] = 1;
            Arrays.fill(rest, left + 1, BLOCK, (byte) 0);
            absorb(rest, 0, BLOCK, 0);
        }
        writeTag(tag, tagStart);
        forget();
    }

    /// @param length a multiple of the block's
    /// @param beyond what every block has above its 128 bits, in place of the third limb
    private void absorb(byte[] bytes, int start, int length, long beyond) {
        final long k0 = r0;
        final long k1 = r1;
        final long k2 = r2;
        final long m1 = 20 * k1; // 2^132 is 20
        final long m2 = 20 * k2;
        long a = h0;
        long b = h1;
        long c = h2;
        for (int at = start; at < start + length; at += BLOCK) {
            long low = (long) LONG.get(bytes, at);
            long high = (long) LONG.get(bytes, at + 8);
            a += low & LOW44;
            b += (low >>> 44 | high << 20) & LOW44;
            c += high >>> 24 | beyond;
            long limb0 = low(a, k0) + low(b, m2) + low(c, m1);
            long limb1 = low(a, k1) + low(b, k0) + low(c, m2);
            long limb2 = low(a, k2) + low(b, k1) + low(c, k0);
            limb1 += rest(a, k0) + rest(b, m2) + rest(c, m1);
            limb2 += rest(a, k1) + rest(b, k0) + rest(c, m2);
            limb0 += 20 * (rest(a, k2) + rest(b, k1) + rest(c, k0));
            limb1 += limb0 >>> 44;
            limb2 += limb1 >>> 44;
            a = (limb0 & LOW44) + 5 * (limb2 >>> 42); // 2^130 is 5
            b = limb1 & LOW44;
            c = limb2 & LOW42;
        }
        h0 = a;
        h1 = b;
        h2 = c;
    }

    private static long low(long sum, long key) {
        return sum * key & LOW44;
    }

    private static long rest(long sum, long key) {
        return Math.multiplyHigh(sum << SUM_SHIFT, key << KEY_SHIFT);
    }

    private void writeTag(byte[] tag, int start) {
        carry();
        carry(); // the first may leave one more in the lowest limb
        long g0 = h0 + 5;
        long g1 = h1 + (g0 >>> 44);
        long g2 = h2 + (g1 >>> 44);
        long isLess = (g2 >>> 42) - 1; // all ones when the sum is below 2^130 - 5
        long f0 = (h0 & isLess) | (g0 & LOW44 & ~isLess);
        long f1 = (h1 & isLess) | (g1 & LOW44 & ~isLess);
        long f2 = (h2 & isLess) | (g2 & LOW42 & ~isLess);
        long low = f0 | f1 << 44;
        long high = f1 >>> 20 | f2 << 24;
        long tagLow = low + sLow;
        long carry = ((low & sLow) | ((low | sLow) & ~tagLow)) >>> 63;
        LONG.set(tag, start, tagLow);
        LONG.set(tag, start + 8, high + sHigh + carry);
    }

    private void carry() {
        h1 += h0 >>> 44;
        h2 += h1 >>> 44;
        h0 = (h0 & LOW44) + 5 * (h2 >>> 42);
        h1 &= LOW44;
        h2 &= LOW42;
    }

    private void forget() {
        r0 = 0;
        r1 = 0;
        r2 = 0;
        sLow = 0;
        sHigh = 0;
        h0 = 0;
        h1 = 0;
        h2 = 0;
        Arrays.fill(rest, (byte) 0);
    }
}
