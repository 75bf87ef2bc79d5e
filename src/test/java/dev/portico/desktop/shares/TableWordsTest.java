package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.look.Amounts;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Exposure;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What stands in the columns of state and link is always read in full.
@ExtendWith(ApplicationExtension.class)
class TableWordsTest {
    private static final String OF_NO_SHARE = "SETTINGS.*|SETUP.*|KEY_NOT_SAVED";
    private static final double PADDING_AND_MARK = 16 + 16 + 8 + 8;
    private static final double PADDING = 8 + 2;
    private static final double BOTH_SIDES = 8 + 8;
    private static final double ICON = 16 + 6;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyDetailFitsItsColumn(String language) throws Exception {
        Texts texts = new Texts(Locale.forLanguageTag(language));
        assertFits(details(texts), 12, TableColumns.STATE - PADDING_AND_MARK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyHeadlineFitsTheLeastLinkColumn(String language) throws Exception {
        Texts texts = new Texts(Locale.forLanguageTag(language));
        assertFits(headlines(texts), 13, TableColumns.LINK_LEAST - PADDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void whatStandsInTheOtherColumnsFitsThem(String language) throws Exception {
        Texts texts = new Texts(Locale.forLanguageTag(language));
        Stream<String> exposures =
                Stream.of(Exposure.values()).map(it -> texts.of("exposure." + it.code()));
        assertFits(exposures, 13, TableColumns.width(Column.WHO) - ICON - BOTH_SIDES);
        Stream<String> down = Stream.of(texts.of("target.down"));
        assertFits(down, 12, TableColumns.width(Column.TARGET) - BOTH_SIDES);
        Stream<String> ages =
                Stream.of(Duration.ofSeconds(59), Duration.ofMinutes(59), Duration.ofHours(47))
                        .map(age -> Amounts.time(texts, age));
        assertFits(ages, 13, TableColumns.width(Column.SINCE) - BOTH_SIDES);
    }

    private static void assertFits(Stream<String> all, double size, double room) throws Exception {
        try (InputStream file =
                TableWordsTest.class.getResourceAsStream("/dev/portico/fonts/Inter-Regular.otf")) {
            Font font = Font.loadFont(file, size);
            assertThat(all)
                    .allSatisfy(
                            words -> {
                                Text text = new Text(words);
                                text.setFont(font);
                                assertThat(text.getLayoutBounds().getWidth())
                                        .as(words)
                                        .isLessThanOrEqualTo(room);
                            });
        }
    }

    /// Of what can become of a share.
    private static Stream<String> headlines(Texts texts) {
        Set<ProblemCode> elsewhere =
                EnumSet.of(
                        ProblemCode.DISPLAY_ABSENT,
                        ProblemCode.KEYRING_FAILED,
                        ProblemCode.SAVED_SECRET_REFUSED,
                        ProblemCode.NARROWER_THAN_ASKED,
                        ProblemCode.BLOCKED_ON_THE_WAY,
                        ProblemCode.NOT_PROVEN,
                        ProblemCode.LOCAL_DOWN);
        return Stream.concat(
                Arrays.stream(ProblemCode.values())
                        .filter(code -> !code.name().matches(OF_NO_SHARE))
                        .filter(code -> !elsewhere.contains(code))
                        .map(code -> Problem.of(code, "", "port", "65535"))
                        .map(problem -> problem.headline(texts.locale())),
                Stream.of(texts.of("practice.failed.headline")));
    }

    private static Stream<String> details(Texts texts) {
        Stream<String> problems =
                Arrays.stream(ProblemCode.values())
                        .filter(code -> !code.name().matches(OF_NO_SHARE))
                        .map(code -> Problem.of(code, "").brief(texts.locale()));
        Stream<String> others =
                Stream.of(
                                "state.stopped.by-user",
                                "state.stopped.app-closed",
                                "state.stopped.time-is-up",
                                "state.target-down",
                                "state.waiting.retry",
                                "state.waiting.now",
                                "state.waiting.network",
                                "state.waiting.old-port",
                                "step.name",
                                "step.tcp",
                                "step.host-key",
                                "step.sign-in",
                                "step.port",
                                "step.proof",
                                "practice.failed.brief")
                        .map(key -> texts.of(key, "n", "12"));
        return Stream.concat(problems, others);
    }
}
