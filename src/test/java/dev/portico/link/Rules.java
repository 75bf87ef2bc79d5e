package dev.portico.link;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/// What must always hold; collects where it did not.
final class Rules {
    static final int STREAMS = 5;
    private static final int PERIOD = 1 << 16;
    private static final byte[][] WORDS =
            IntStream.range(0, STREAMS).mapToObj(Rules::stream).toArray(byte[][]::new);

    private final List<String> broken = new CopyOnWriteArrayList<>();

    void check(boolean holds, String rule, Object... parts) {
        if (!holds) {
            broken.add(rule.formatted(parts));
        }
    }

    List<String> broken() {
        return broken;
    }

    /// What a stream says from this place on; every stream has its own words.
    static void say(int stream, long place, byte[] to) {
        for (int done = 0; done < to.length; ) {
            int from = (int) ((place + done) % PERIOD);
            int piece = Math.min(to.length - done, PERIOD - from);
            System.arraycopy(WORDS[stream], from, to, done, piece);
            done += piece;
        }
    }

    /// Whether these bytes are what the stream says from this place on.
    static boolean isSaid(int stream, long place, byte[] heard, int start, int bytes) {
        boolean right = true;
        for (int done = 0; done < bytes; ) {
            int from = (int) ((place + done) % PERIOD);
            int piece = Math.min(bytes - done, PERIOD - from);
            right &=
                    Arrays.equals(
                            WORDS[stream],
                            from,
                            from + piece,
                            heard,
                            start + done,
                            start + done + piece);
            done += piece;
        }
        return right;
    }

    private static byte[] stream(int number) {
        byte[] stream = new byte[PERIOD];
        for (int place = 0; place < PERIOD; place++) {
            stream[place] = (byte) (place * 31 + (place >> 8) * 7 + number * 13);
        }
        return stream;
    }
}
