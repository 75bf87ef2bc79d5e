package dev.portico.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Locale;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "999,999 B",
        "1000,1.0 KB",
        "9949,9.9 KB",
        "9999,10 KB",
        "999499,999 KB",
        "999500,1.0 MB",
        "14800000,15 MB",
        "1200000000,1.2 GB"
    })
    void writesBytesInTwoOrThreeDigits(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"8,8 s", "720,12 min", "7200,2 h", "172799,47 h", "172800,2 d"})
    void writesTheLargestUnitOnly(long seconds, String text) {
        Texts texts = new Texts(Locale.ENGLISH);
        assertThat(Amounts.time(texts, Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
