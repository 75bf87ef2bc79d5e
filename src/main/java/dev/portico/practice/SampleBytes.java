package dev.portico.practice;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bytes behind `/bytes/N`: random enough not to compress, and the same each time.
final class SampleBytes {
    private static final int MOST = 100_000_000;
    private static final int BLOCK = 64 * 1024;
    private static final Pattern PATH = Pattern.compile("/bytes/(\\d{1,9})");

    private SampleBytes() {}

    /// How many bytes that path asks for; empty when it asks for something else, or for too many.
    static OptionalInt size(String path) {
        Matcher asked = PATH.matcher(path);
        if (!asked.matches()) {
            return OptionalInt.empty();
        }
        int size = Integer.parseInt(asked.group(1));
        return size > MOST ? OptionalInt.empty() : OptionalInt.of(size);
    }

    static void write(int size, OutputStream out) throws IOException {
        SplittableRandom random = new SplittableRandom(size);
        byte[] block = new byte[BLOCK];
        for (int left = size; left > 0; left -= BLOCK) {
            random.nextBytes(block);
            out.write(block, 0, Math.min(left, BLOCK));
        }
    }
}
