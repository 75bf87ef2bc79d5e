package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

class Argon2Test {

    @Test
    void blake2bGivesTheDigestOfTheStandard() {
        assertThat(hex(Blake2b.digest(64, "abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(
                        "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                            + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
    }

    /// RFC 9106, section 5.
    @ParameterizedTest
    @CsvSource({
        "0,512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb",
        "1,c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8",
        "2,0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    })
    void theKeysOfTheStandardComeOut(int type, String key) {
        Argon2 argon2 = new Argon2();
        argon2.init(type, 32, 3, 4, filled(16, 2));
        assertThat(hex(argon2.derive(filled(32, 1), 32, filled(8, 3), filled(12, 4))))
                .isEqualTo(key);
    }

    @Test
    void aFileCannotAskForAllMemory() {
        assertThatThrownBy(() -> new Argon2().init(2, 1 << 30, 1, 1, new byte[16]))
                .hasMessageContaining("not supported");
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
