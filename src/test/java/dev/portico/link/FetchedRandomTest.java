package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

class FetchedRandomTest {
    private static final int BEFORE = 3;
    private static final byte UNTOUCHED = 77;

    private final FetchedRandom random;

    FetchedRandomTest() throws GeneralSecurityException {
        random = new FetchedRandom();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 255, 4095, 4096, 4097, 20_000})
    void fillsExactlyWhatItWasAskedFor(int length) {
        byte[] into = new byte[BEFORE + length + BEFORE];
        Arrays.fill(into, UNTOUCHED);
        random.fill(into, BEFORE, length);
        assertThat(Arrays.copyOf(into, BEFORE)).containsOnly(UNTOUCHED);
        assertThat(Arrays.copyOfRange(into, BEFORE + length, into.length)).containsOnly(UNTOUCHED);
        if (length > 1_000) {
            long zeros = count(into, (byte) 0);
            assertThat(zeros).isLessThan(length / 50);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 100, 5_000})
    void neverGivesTheSameTwice(int length) {
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[length];
            random.fill(bytes, 0, length);
            assertThat(given.add(Arrays.toString(bytes))).isTrue();
        }
    }

    private static long count(byte[] bytes, byte value) {
        long count = 0;
        for (byte each : bytes) {
            count += each == value ? 1 : 0;
        }
        return count;
    }
}
