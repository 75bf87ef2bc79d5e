package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "1, 200",
        "2, 500",
        "3, 1000",
        "4, 2000",
        "5, 4000",
        "6, 8000",
        "7, 16000",
        "8, 30000",
        "9, 30000",
        "1000, 30000",
        "2147483647, 30000"
    })
    void growsToHalfAMinute(int attempt, long millis) {
        assertThat(new Backoff(always(0.5)).after(attempt)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void isSpreadByAThirdEachWay() {
        assertThat(new Backoff(always(0)).after(3)).isEqualTo(Duration.ofMillis(700));
        assertThat(new Backoff(always(0.999_999)).after(3)).isEqualTo(Duration.ofMillis(1_300));
    }

    @Test
    void neverExceedsHalfAMinuteNorVanishes() {
        Backoff backoff = new Backoff(new Random(1));
        for (int attempt = 0; attempt < 10_000; attempt++) {
            assertThat(backoff.after(attempt))
                    .isBetween(Duration.ofMillis(140), Duration.ofSeconds(30));
        }
    }

    private static RandomGenerator always(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
