package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

class PlainTest {

    @ParameterizedTest
    @CsvSource({
        "Permission denied, Permission denied",
        "gr\u00fc\u00df dich, gr\u00fc\u00df dich",
        "\u4f60\u597d, \u4f60\u597d",
        "\ud83d\ude80, \ud83d\ude80"
    })
    void keepsWhatPeopleWrite(String text, String plain) {
        assertThat(Plain.text(text)).isEqualTo(plain);
    }

    @Test
    void showsWhatWouldActOnTheScreen() {
        assertThat(Plain.text("a\u001b[2Jb")).isEqualTo("a\\u001b[2Jb");
        assertThat(Plain.text("a\u202eb\u2028c\u0000d\u009be"))
                .isEqualTo("a\\u202eb\\u2028c\\u0000d\\u009be");
    }

    @Test
    void isOneLine() {
        assertThat(Plain.text(" a\r\nb\tc\n")).isEqualTo("a  b c");
    }

    @Test
    void isBounded() {
        assertThat(Plain.text("x".repeat(401))).hasSize(401).endsWith("x\u2026");
        assertThat(Plain.text("x".repeat(400))).isEqualTo("x".repeat(400));
        assertThat(Plain.text("\u001b".repeat(1_000_000)).length()).isLessThan(3_000);
    }

    @Test
    void doesNotCallTextCutThatIsNot() {
        assertThat(Plain.text("\ud83d\ude80".repeat(400))).isEqualTo("\ud83d\ude80".repeat(400));
    }

    @Test
    void neverLetsAControlCharacterThrough() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append((char) random.nextInt(0x10000));
            }
            assertThat(Plain.text(text.toString()).codePoints())
                    .noneMatch(Character::isISOControl)
                    .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                    .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        }
    }
}
