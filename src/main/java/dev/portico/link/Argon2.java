package dev.portico.link;

import com.jcraft.jsch.KDF;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Argon2 of version 0x13 (RFC 9106): what locks PuTTY's keys since its version 0.75. One thread.
public final class Argon2 implements KDF {
    private static final int VERSION = 0x13;
    private static final int SLICES = 4;
    private static final int LONGS = 128; // in a block of 1 KiB
    private static final int MOST_MEMORY = 1 << 18;
    private static final int MOST_PASSES = 10_000;
    private static final int MOST_LANES = 64;
    static final List<String> TYPES = List.of("Argon2d", "Argon2i", "Argon2id");

    private int type;
    private int memory;
    private int passes;
    private int lanes;
    private byte[] salt = {};
    private int laneLength;
    private int segment;
    private long[][] blocks = {};
    private final long[] mixed = new long[LONGS];

    @Override
    public void initWithPPKv3Header(Map<String, String> header) {
        init(
                TYPES.indexOf(header.get("Key-Derivation")),
                Integer.parseInt(header.get("Argon2-Memory")),
                Integer.parseInt(header.get("Argon2-Passes")),
                Integer.parseInt(header.get("Argon2-Parallelism")),
                HexFormat.of().parseHex(header.get("Argon2-Salt")));
    }

    /// @param newType 0 for Argon2d, 1 for Argon2i, 2 for Argon2id
    /// @param newMemory in KiB
    void init(int newType, int newMemory, int newPasses, int newLanes, byte[] newSalt) {
        if (newType < 0
                || newMemory > MOST_MEMORY
                || newPasses < 1
                || newPasses > MOST_PASSES
                || newLanes < 1
                || newLanes > MOST_LANES
                || newMemory < 2 * SLICES * newLanes) {
            throw new IllegalArgumentException("such a key derivation is not supported");
        }
        type = newType;
        memory = newMemory;
        passes = newPasses;
        lanes = newLanes;
        salt = newSalt.clone();
        segment = memory / (SLICES * lanes);
        laneLength = segment * SLICES;
    }

    @Override
    public byte[] getKey(byte[] secret, int size) {
        return derive(secret, size, new byte[0], new byte[0]);
    }

    byte[] derive(byte[] secret, int size, byte[] key, byte[] more) {
        byte[] first =
                Blake2b.digest(
                        64,
                        ints(lanes, size, memory, passes, VERSION, type, secret.length),
                        secret,
                        ints(salt.length),
                        salt,
                        ints(key.length),
                        key,
                        ints(more.length),
                        more);
        blocks = new long[lanes * laneLength][LONGS];
        for (int lane = 0; lane < lanes; lane++) {
            for (int column = 0; column < 2; column++) {
                byte[] start = stretched(LONGS * Long.BYTES, first, ints(column, lane));
                littleEndian(start).asLongBuffer().get(blocks[lane * laneLength + column]);
            }
        }
        Arrays.fill(first, (byte) 0);
        for (int pass = 0; pass < passes; pass++) {
            for (int slice = 0; slice < SLICES; slice++) {
                for (int lane = 0; lane < lanes; lane++) {
                    fill(pass, slice, lane);
                }
            }
        }
        return end(size);
    }

    private byte[] end(int size) {
        long[] last = new long[LONGS];
        for (int lane = 0; lane < lanes; lane++) {
            long[] block = blocks[(lane + 1) * laneLength - 1];
            for (int i = 0; i < LONGS; i++) {
                last[i] ^= block[i];
            }
        }
        byte[] bytes = new byte[LONGS * Long.BYTES];
        littleEndian(bytes).asLongBuffer().put(last);
        for (long[] block : blocks) {
            Arrays.fill(block, 0);
        }
        blocks = new long[0][];
        return stretched(size, bytes);
    }

    private void fill(int pass, int slice, int lane) {
        boolean independent = type == 1 || (type == 2 && pass == 0 && slice < SLICES / 2);
        long[] seed = {pass, lane, slice, (long) lanes * laneLength, passes, type, 0};
        long[] input = Arrays.copyOf(seed, LONGS);
        long[] addresses = new long[LONGS];
        for (int i = 0; i < segment; i++) {
            if (independent && i % LONGS == 0) {
                input[6]++;
                long[] once = new long[LONGS];
                compress(new long[LONGS], input, once);
                Arrays.fill(addresses, 0);
                compress(new long[LONGS], once, addresses);
            }
            int column = slice * segment + i;
            if (pass > 0 || column >= 2) {
                long[] previous =
                        blocks[lane * laneLength + (column == 0 ? laneLength : column) - 1];
                long random = independent ? addresses[i % LONGS] : previous[0];
                compress(
                        previous,
                        blocks[reference(pass, slice, lane, i, random)],
                        blocks[lane * laneLength + column]);
            }
        }
    }

    /// Which block is mixed in (RFC 9106, section 3.4.2).
    private int reference(int pass, int slice, int lane, int i, long random) {
        boolean first = pass == 0 && slice == 0;
        int other = first ? lane : (int) ((random >>> 32) % lanes);
        int finished = pass == 0 ? slice * segment : laneLength - segment;
        int size = other == lane ? finished + i - 1 : finished - (i == 0 ? 1 : 0);
        long low = random & 0xffffffffL;
        long back = (size * ((low * low) >>> 32)) >>> 32;
        int start = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1) * segment;
        return other * laneLength + (int) ((start + size - 1 - back) % laneLength);
    }

    /// Mixes two blocks and adds the outcome to the third, which is empty in the first pass.
    private void compress(long[] x, long[] y, long[] out) {
        for (int i = 0; i < LONGS; i++) {
            mixed[i] = x[i] ^ y[i];
            out[i] ^= mixed[i];
        }
        for (int i = 0; i < 8; i++) {
            permute(16 * i, 2);
        }
        for (int i = 0; i < 8; i++) {
            permute(2 * i, 16);
        }
        for (int i = 0; i < LONGS; i++) {
            out[i] ^= mixed[i];
        }
    }

    /// Mixes sixteen words: eight pairs, as far apart as the step says.
    private void permute(int from, int step) {
        int[] at = new int[16];
        for (int i = 0; i < 16; i++) {
            at[i] = from + i / 2 * step + i % 2;
        }
        for (int i = 0; i < 4; i++) {
            mix(at[i], at[i + 4], at[i + 8], at[i + 12]);
        }
        for (int i = 0; i < 4; i++) {
            mix(at[i], at[4 + (i + 1) % 4], at[8 + (i + 2) % 4], at[12 + (i + 3) % 4]);
        }
    }

    private void mix(int a, int b, int c, int d) {
        mixed[a] = sum(mixed[a], mixed[b]);
        mixed[d] = Long.rotateRight(mixed[d] ^ mixed[a], 32);
        mixed[c] = sum(mixed[c], mixed[d]);
        mixed[b] = Long.rotateRight(mixed[b] ^ mixed[c], 24);
        mixed[a] = sum(mixed[a], mixed[b]);
        mixed[d] = Long.rotateRight(mixed[d] ^ mixed[a], 16);
        mixed[c] = sum(mixed[c], mixed[d]);
        mixed[b] = Long.rotateRight(mixed[b] ^ mixed[c], 63);
    }

    private static long sum(long x, long y) {
        return x + y + 2 * (x & 0xffffffffL) * (y & 0xffffffffL);
    }

    /// The hash of variable length (RFC 9106, section 3.3).
    private static byte[] stretched(int size, byte[]... parts) {
        byte[][] all = new byte[parts.length + 1][];
        all[0] = ints(size);
        System.arraycopy(parts, 0, all, 1, parts.length);
        if (size <= 64) {
            return Blake2b.digest(size, all);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        byte[] part = Blake2b.digest(64, all);
        while (out.remaining() > 64) {
            out.put(part, 0, 32);
            part = Blake2b.digest(Math.min(64, out.remaining()), part);
        }
        return out.put(part).array();
    }

    private static byte[] ints(int... numbers) {
        byte[] bytes = new byte[numbers.length * Integer.BYTES];
        littleEndian(bytes).asIntBuffer().put(numbers);
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
