package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

class Poly1305Test {
    private static final BigInteger PRIME = BigInteger.TWO.pow(130).subtract(BigInteger.valueOf(5));
    private static final BigInteger CLAMP = new BigInteger("0ffffffc0ffffffc0ffffffc0fffffff", 16);

    @Test
    void givesTheTagOfTheStandardsExample() {
        byte[] key = bytes("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b");
        byte[] message = "Cryptographic Forum Research Group".getBytes(StandardCharsets.US_ASCII);
        assertThat(tag(key, message)).isEqualTo(bytes("a8061dc1305136c6c22b8baf0c0127a9"));
    }

    /// RFC 8439, appendix A.3, from number 7 on: carries and reductions at their limits.
    @ParameterizedTest
    @CsvSource({
        "02, 00, ffffffffffffffffffffffffffffffff, 03",
        "02, ffffffffffffffffffffffffffffffff, 02000000000000000000000000000000, 03",
        "01, 00, fffffffffffffffffffffffffffffffff0ffffffffffffffffffffffffffffff1100000000"
                + "0000000000000000000000, 05",
        "01, 00, fffffffffffffffffffffffffffffffffbfefefefefefefefefefefefefefefe0101010101"
                + "0101010101010101010101, 00",
        "02, 00, fdffffffffffffffffffffffffffffff, faffffffffffffffffffffffffffffff",
        "01000000000000000400000000000000, 00, e33594d7505e43b900000000000000003394d7505e4379"
                + "cd01000000000000000000000000000000000000000000000001000000000000000000000000"
                + "000000, 14000000000000005500000000000000",
        "01000000000000000400000000000000, 00, e33594d7505e43b900000000000000003394d7505e4379"
                + "cd010000000000000000000000000000000000000000000000, 13"
    })
    void carriesAndReducesAtTheLimits(String r, String s, String message, String tag) {
        byte[] key = new byte[Poly1305.KEY_BYTES];
        put(r, key, 0);
        put(s, key, 16);
        byte[] expected = new byte[Poly1305.TAG_BYTES];
        put(tag, expected, 0);
        assertThat(tag(key, bytes(message))).isEqualTo(expected);
        assertThat(slowTag(key, bytes(message))).isEqualTo(expected);
    }

    @Test
    void agreesWithSlowArithmetic() {
        Random random = new Random(8439);
        for (int i = 0; i < 20_000; i++) {
            byte[] key = someBytes(random, Poly1305.KEY_BYTES);
            byte[] message = someBytes(random, random.nextInt(i % 100 == 0 ? 5000 : 80));
            assertThat(tag(key, message)).isEqualTo(slowTag(key, message));
        }
    }

    @Test
    void isReadyForTheNextMessage() {
        Poly1305 poly = new Poly1305();
        Random random = new Random(1);
        for (int length = 0; length < 70; length++) {
            byte[] key = someBytes(random, Poly1305.KEY_BYTES);
            byte[] message = someBytes(random, length);
            byte[] tag = new byte[Poly1305.TAG_BYTES];
            poly.begin(key);
            poly.finish(message, 0, length, tag, 0);
            assertThat(tag).isEqualTo(slowTag(key, message));
        }
    }

    private static byte[] tag(byte[] key, byte[] message) {
        byte[] room = new byte[3 + message.length + Poly1305.TAG_BYTES];
        System.arraycopy(message, 0, room, 3, message.length);
        Poly1305 poly = new Poly1305();
        poly.begin(key);
        poly.finish(room, 3, message.length, room, 3 + message.length);
        return Arrays.copyOfRange(room, 3 + message.length, room.length);
    }

    private static byte[] slowTag(byte[] key, byte[] message) {
        BigInteger r = number(key, 0, 16).and(CLAMP);
        BigInteger sum = BigInteger.ZERO;
        for (int at = 0; at < message.length; at += 16) {
            int length = Math.min(16, message.length - at);
            BigInteger block = number(message, at, length).setBit(8 * length);
            sum = sum.add(block).multiply(r).mod(PRIME);
        }
        BigInteger tag = sum.add(number(key, 16, 16));
        byte[] bytes = new byte[Poly1305.TAG_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = tag.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    private static BigInteger number(byte[] bytes, int start, int length) {
        BigInteger number = BigInteger.ZERO;
        for (int i = length - 1; i >= 0; i--) {
            number = number.shiftLeft(8).or(BigInteger.valueOf(bytes[start + i] & 0xff));
        }
        return number;
    }

    /// Often all ones or zeros over a stretch, where carries are long.
    private static byte[] someBytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        if (length > 0 && random.nextBoolean()) {
            int from = random.nextInt(length);
            int to = from + random.nextInt(length - from + 1);
            Arrays.fill(bytes, from, to, (byte) (random.nextBoolean() ? 0xff : 0));
        }
        return bytes;
    }

    private static void put(String hex, byte[] to, int at) {
        byte[] bytes = bytes(hex);
        System.arraycopy(bytes, 0, to, at, bytes.length);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
