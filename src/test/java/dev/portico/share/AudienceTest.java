package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "*, *",
        "' localhost ', localhost",
        "127.0.0.1, 127.0.0.1",
        "0.0.0.0, 0.0.0.0",
        "203.0.113.255, 203.0.113.255",
        "::, ::",
        "::1, ::1",
        "[::1], ::1",
        "2001:db8::1, 2001:db8::1",
        "fe80::1%eth0, fe80::1%eth0",
        "::ffff:10.0.0.1, ::ffff:10.0.0.1"
    })
    void takesABindAddress(String text, String bind) {
        assertThat(Audience.checkedBind(text)).isEqualTo(bind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "[]",
                "[*]",
                "[10.0.0.1]",
                "vps.example.com",
                "1",
                "127.1",
                "256.0.0.1",
                "1.2.3.4.5",
                "01x.0.0.1",
                ":",
                ":::",
                "::g",
                "[::1",
                "10.0.0.1:80",
                "fe80::1%",
                "fe80::1%e h",
                "* ,",
                "Everyone",
                "1.2.3.4%eth0"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Audience.checkedBind(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(text);
    }
}
