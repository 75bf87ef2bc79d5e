package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.MissingResourceException;

class WordingTest {

    @Test
    void fillsThePlaceholders() {
        assertThat(Wording.text(Locale.ENGLISH, "input.share.unknown", "name", "web"))
                .isEqualTo("There is no share named web.");
    }

    @Test
    void leavesAPlaceholderWithoutAValueVisible() {
        assertThat(Wording.text(Locale.ENGLISH, "input.share.unknown", "other", "web"))
                .isEqualTo("There is no share named {name}.");
    }

    @Test
    void doesNotFillWhatAValueBringsAlong() {
        assertThat(Wording.text(Locale.ENGLISH, "input.share.unknown", "name", "{name}{"))
                .isEqualTo("There is no share named {name}{.");
    }

    @Test
    void makesValuesPlain() {
        assertThat(Wording.text(Locale.ENGLISH, "input.share.unknown", "name", "a\u001bb"))
                .contains("a\\u001bb");
    }

    @Test
    void speaksChineseAndOtherwiseEnglishWhateverTheComputerSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(Wording.text(Locale.ENGLISH, "input.share.name")).startsWith("Give");
            assertThat(Wording.text(Locale.GERMANY, "input.share.name")).startsWith("Give");
            assertThat(Wording.text(Locale.SIMPLIFIED_CHINESE, "input.share.name"))
                    .containsPattern("\\p{IsHan}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysWhichWordIsMissing() {
        assertThat(Wording.has(Locale.ENGLISH, "no.such.key")).isFalse();
        assertThatThrownBy(() -> Wording.text(Locale.ENGLISH, "no.such.key"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("no.such.key");
    }
}
