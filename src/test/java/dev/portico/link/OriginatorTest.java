package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginatorTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "0:0:0:0:0:0:0:1, ::1",
        "::1, ::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8:0:0:0:0:0:1F, 2001:db8::1f",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fe80::1, fe80::1",
        "::, ::",
        "1::, 1::",
        "::ffff:198.51.100.9, 198.51.100.9",
        "UNKNOWN, UNKNOWN",
    })
    void isWrittenTheWayPeopleKnow(String fromServer, String text) {
        assertThat(Originator.text(fromServer)).isEqualTo(text);
    }
}
