package dev.portico.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// Lines from manuals, from wikis and from slips of the finger, as tables: what each shares, or
/// where it is wrong.
class LinesTest {

    /// @param forwards each with its bind address, port and target, parted by semicolons
    record Valid(String line, String server, String forwards) {}

    /// @param words of the message
    /// @param better the right form, empty where there is none
    record Broken(String line, int offset, String words, String better) {}

    @ParameterizedTest
    @MethodSource("valid")
    void isUnderstood(Valid expected) {
        assertThat(SshLine.isOne(expected.line())).isTrue();
        assertThat(SshLine.parse(expected.line()))
                .isInstanceOfSatisfying(
                        SshLine.Understood.class,
                        read -> {
                            assertThat(place(read, expected)).isEqualTo(expected.server());
                            assertThat(forwards(read)).isEqualTo(expected.forwards());
                        });
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isNotUnderstoodAndSaysWhere(Broken expected) {
        assertThat(SshLine.parse(expected.line()))
                .isInstanceOfSatisfying(
                        SshLine.Wrong.class,
                        wrong -> {
                            assertThat(wrong.offset()).isEqualTo(expected.offset());
                            assertThat(wrong.why().title(Locale.ENGLISH))
                                    .contains(expected.words());
                            assertThat(wrong.better().orElse("")).isEqualTo(expected.better());
                        });
    }

    /// A line that names nobody means who runs it.
    private static String place(SshLine.Understood read, Valid expected) {
        return expected.server().contains("@")
                ? read.server().address()
                : read.server().host() + ":" + read.server().port();
    }

    private static String forwards(SshLine.Understood read) {
        return read.forwards().stream()
                .map(
                        forward ->
                                forward.bind()
                                                .map(bind -> bind.isEmpty() ? "*" : bind)
                                                .orElse("localhost")
                                        + " "
                                        + forward.port().orElseThrow()
                                        + " "
                                        + forward.target().text())
                .collect(Collectors.joining(";"));
    }

    static List<Valid> valid() throws Exception {
        return rows("valid-lines.txt").stream()
                .map(row -> new Valid(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    static List<Broken> broken() throws Exception {
        return rows("broken-lines.txt").stream()
                .map(
                        row ->
                                new Broken(
                                        row.get(0),
                                        Integer.parseInt(row.get(1)),
                                        row.get(2),
                                        row.get(3)))
                .toList();
    }

    private static List<List<String>> rows(String file) throws Exception {
        Path path = Path.of(Objects.requireNonNull(LinesTest.class.getResource(file)).toURI());
        return Files.readAllLines(path).stream().map(row -> List.of(row.split("\t", -1))).toList();
    }
}
