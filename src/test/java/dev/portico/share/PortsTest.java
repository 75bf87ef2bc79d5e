package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

class PortsTest {

    @Test
    void readsEveryPort() {
        for (int port = 1; port <= 65535; port++) {
            assertThat(Ports.parse(String.valueOf(port))).isEqualTo(port);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "-1", "+1", "1e3", "0x50", "8 0", "655350", "\u0663"})
    void refusesWhatIsNoPort(String text) {
        assertThatThrownBy(() -> Ports.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("65535");
    }

    @Test
    void takesZeroOnlyWhereTheServerMayChoose() {
        assertThat(Ports.parseOrAutomatic(" 0 ")).isZero();
        assertThat(Ports.parseOrAutomatic("8080")).isEqualTo(8080);
        assertThatThrownBy(() -> Ports.parseOrAutomatic("-0")).isInstanceOf(BadInput.class);
    }

    @Test
    void splitsWhatItJoined() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        List<String> hosts =
                List.of("a", "nas.home", "10.0.0.1", "::1", "fe80::1%eth0", "b\u00fccher");
        for (int i = 0; i < 1_000; i++) {
            String host = hosts.get(random.nextInt(hosts.size()));
            int port = random.nextInt(1, 65536);
            assertThat(Ports.split(Ports.join(host, port)))
                    .isEqualTo(new Ports.HostAndPort(host, String.valueOf(port)));
        }
    }

    @Test
    void refusesOrSplitsAnythingButNeverBreaks() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        String alphabet = "[]:a1. -%@/$'\"\n\u202e\ud83d";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(Ports.split(text.toString()).host())
                        .isNotBlank()
                        .doesNotContain("[", " ");
            } catch (BadInput e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
