package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Both languages say the same, in words that fit where they are shown.
class MessagesTest {
    private static final Pattern ADMINISTRATORS_LINE = Pattern.compile("sudo [^\n]*");
    private static final Path FOLDER = Path.of("src/main/resources/dev/portico");
    private static final String ENGLISH = "messages.properties";
    private static final String CHINESE = "messages_zh_CN.properties";
    private static final Pattern OF_THE_WINDOW = Pattern.compile("window|Automatic|窗口|自动分配");
    private static final Pattern OF_THE_CONSOLE =
            Pattern.compile("command line|terminal| -i|--[a-z]|PORTICO_|命令行|终端");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(read(CHINESE).keySet()).isEqualTo(read(ENGLISH).keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() throws IOException {
        Map<String, String> chinese = read(CHINESE);
        read(ENGLISH)
                .forEach(
                        (key, text) ->
                                assertThat(placeholders(chinese.getOrDefault(key, text)))
                                        .as(key)
                                        .isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasTitleBriefAndRemedy(ProblemCode code) throws IOException {
        for (String language : List.of(ENGLISH, CHINESE)) {
            Map<String, String> texts = read(language);
            for (String word : List.of("title", "brief", "remedy")) {
                assertThat(texts.get("problem." + code.code() + "." + word))
                        .as("%s of %s in %s", word, code.code(), language)
                        .isNotBlank();
            }
        }
    }

    @Test
    void noProblemHasWordsWithoutACode() throws IOException {
        Set<String> codes =
                Set.of(ProblemCode.values()).stream()
                        .map(ProblemCode::code)
                        .collect(Collectors.toSet());
        assertThat(read(ENGLISH).keySet().stream().filter(key -> key.startsWith("problem.")))
                .allSatisfy(key -> assertThat(codes).contains(key.split("\\.")[1]));
    }

    @Test
    void briefsFitIntoTheTable() throws IOException {
        assertBriefs(ENGLISH, 24);
        assertBriefs(CHINESE, 12);
    }

    @Test
    void titlesAndRemediesAreSentences() throws IOException {
        assertThat(read(ENGLISH))
                .allSatisfy(
                        (key, text) -> {
                            if (key.matches("problem\\..*\\.(title|remedy)(\\.console)?")) {
                                assertThat(text)
                                        .as(key)
                                        .matches("(?s).*([.]|\\{(fingerprint|reason)})");
                            }
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void noKeyStandsTwice(String file) throws IOException {
        List<String> keys = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(line.substring(0, line.indexOf('=')).strip());
            }
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void whatIsSaidToChineseReadersIsChinese() throws IOException {
        assertThat(read(CHINESE).entrySet().stream())
                .filteredOn(text -> text.getKey().matches("(problem|input|sample)\\..*"))
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        text ->
                                assertThat(text.getValue())
                                        .as(text.getKey())
                                        .containsPattern("\\p{IsHan}"));
    }

    /// Without a display there is no window, so that problem speaks of the command line alone.
    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void theWindowAndTheCommandLineSpeakOfWhatTheyHave(String file) throws IOException {
        Map<String, String> texts = read(file);
        texts.keySet().removeIf(key -> !key.matches("(problem|input\\.target|practice)\\..*"));
        texts.keySet().removeIf(key -> key.startsWith("problem.display-absent"));
        assertThat(texts)
                .allSatisfy(
                        (key, text) -> {
                            if (key.endsWith(".console")) {
                                assertThat(text).as(key).doesNotContainPattern(OF_THE_WINDOW);
                                assertThat(texts).containsKey(key.replace(".console", ""));
                            } else {
                                assertThat(ADMINISTRATORS_LINE.matcher(text).replaceAll(""))
                                        .as(key)
                                        .doesNotContainPattern(OF_THE_CONSOLE);
                            }
                        });
    }

    private static void assertBriefs(String file, int longest) throws IOException {
        assertThat(read(file))
                .allSatisfy(
                        (key, text) -> {
                            if (key.endsWith(".brief")) {
                                assertThat(text).as(key).hasSizeLessThanOrEqualTo(longest);
                            }
                        });
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
