package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.faults.Fault;
import dev.portico.faults.Told;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class BrokenSettingsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private final FailingDisk disk = new FailingDisk();

    private SettingsStore open() {
        return SettingsStore.open(folder, CLOCK, disk, Duration.ofDays(1));
    }

    private Path file() {
        return folder.resolve("settings.json");
    }

    private Path aside(String more) {
        return folder.resolve("settings.broken-20260102T030405Z" + more + ".json");
    }

    static Stream<byte[]> unreadable() {
        return Stream.of(
                        "{\"version\":1,\"servers\":[{\"na",
                        "\u0000\u0001\u0002binary\u00ff",
                        "[]",
                        "null",
                        "{} {}",
                        "{\"version\":1,\"version\":1}",
                        "{\"version\":0}",
                        "{\"version\":\"one\"}",
                        "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                        server("\"name\":\"\",\"host\":\"h\""),
                        server("\"host\":\"h\""),
                        server("\"name\":\"a\",\"host\":\"h\",\"port\":99999"),
                        server("\"name\":\"a\",\"host\":\"h\",\"port\":\"22\""),
                        server("\"name\":\"a\",\"host\":\"h\",\"connectTimeout\":\"-PT1S\""),
                        server("\"name\":\"a\",\"host\":\"h\"},{\"name\":\"a\",\"host\":\"i\""))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String server(String fields) {
        return "{\"version\":1,\"servers\":[{" + fields + "}]}";
    }

    @Fault(number = 43, done = "the settings are cut short, binary, nested 100 000 deep, wrong")
    void isKeptAsideAndSaidSo(Told told) throws IOException {
        for (byte[] bytes : unreadable().toList()) {
            Files.write(file(), bytes);
            told.faultBegins();
            try (SettingsStore store = open()) {
                Problem problem = told.problem(store.problem().orElseThrow());
                assertThat(problem.code()).isEqualTo(ProblemCode.SETTINGS_UNREADABLE);
                assertThat(problem.facts().get("file")).isEqualTo(aside("").toString());
                assertThat(problem.raw()).isNotBlank();
                assertThat(store.settings()).isEqualTo(Settings.EMPTY);
                assertThat(store.isReadOnly()).isFalse();
            }
            assertThat(aside("")).hasBinaryContent(bytes);
            assertThat(file()).doesNotExist();
            Files.delete(aside(""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void anEmptyFileIsSaidToBeEmpty(String text) throws IOException {
        Files.writeString(file(), text);
        try (SettingsStore store = open()) {
            Problem problem = store.problem().orElseThrow();
            assertThat(problem.code()).isEqualTo(ProblemCode.SETTINGS_EMPTY);
            assertThat(problem.title(Locale.ENGLISH)).contains("empty", aside("").toString());
            assertThat(problem.title(Locale.SIMPLIFIED_CHINESE)).contains("空");
            assertThat(problem.raw()).isEmpty();
            assertThat(store.isReadOnly()).isFalse();
        }
        assertThat(aside("")).hasContent(text);
    }

    @Test
    void settingsThatMayNotBeReadAreAMatterOfPermissions() throws IOException {
        Files.writeString(file(), "{\"version\":1}");
        disk.denying = true;
        try (SettingsStore store = open()) {
            Problem problem = store.problem().orElseThrow();
            assertThat(problem.code()).isEqualTo(ProblemCode.SETTINGS_FORBIDDEN);
            assertThat(problem.title(Locale.ENGLISH)).contains("may not read", folder.toString());
            assertThat(problem.remedy(Locale.ENGLISH))
                    .contains("permissions")
                    .doesNotContain("mend");
            assertThat(store.isReadOnly()).isTrue();
        }
        assertThat(file()).hasContent("{\"version\":1}");
    }

    @Test
    void theReasonNamesThePlace() throws IOException {
        Files.writeString(file(), server("\"name\":\"a\",\"host\":\"h\",\"port\":99999"));
        try (SettingsStore store = open()) {
            assertThat(store.problem().orElseThrow().raw())
                    .startsWith("servers[0]: \"99999\" is not a port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "https://demo.example.com", "{port}", ""})
    void aLinkTemplateThatLeadsNowhereIsNoReasonToLoseAFile(String template) throws IOException {
        String text = server("\"name\":\"a\",\"host\":\"h\",\"linkTemplate\":\"" + template + "\"");
        Files.writeString(file(), text);
        try (SettingsStore store = open()) {
            assertThat(store.problem()).isEmpty();
            assertThat(store.settings().server("a").orElseThrow().linkTemplate()).isEmpty();
        }
        assertThat(file()).hasContent(text);
    }

    @Fault(number = 43, done = "the settings are 100 MB")
    void aHugeFileIsNotEvenRead(Told told) throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(file().toFile(), "rw")) {
            huge.setLength(100L << 20);
        }
        try (SettingsStore store = open()) {
            assertThat(told.problem(store.problem().orElseThrow()).raw()).contains("too large");
        }
        assertThat(aside("")).hasSize(100L << 20);
    }

    @Fault(number = 43, done = "the settings and one copy are broken")
    void theNewestGoodGenerationStandsIn(Told told) throws IOException {
        try (SettingsStore store = open()) {
            store.update(SettingsStoreTest.adding("a"));
            store.flush();
            store.update(SettingsStoreTest.adding("b"));
        }
        Files.writeString(folder.resolve("settings.1.json"), "gone too");
        Files.writeString(file(), "gone");
        try (SettingsStore store = open()) {
            assertThat(SettingsStoreTest.names(store)).containsExactly("a");
            told.problem(store.problem().orElseThrow());
        }
        try (SettingsStore store = open()) {
            assertThat(SettingsStoreTest.names(store)).containsExactly("a");
            assertThat(store.problem()).isEmpty();
        }
    }

    @Test
    void anotherBrokenFileIsNeverOverwritten() throws IOException {
        for (String text : List.of("first", "second", "third")) {
            Files.writeString(file(), text);
            open().close();
        }
        assertThat(aside("")).hasContent("first");
        assertThat(aside("-2")).hasContent("second");
        assertThat(aside("-3")).hasContent("third");
    }

    @Test
    void whatCannotBeSetAsideIsNotWritten() throws IOException {
        Files.writeString(file(), "broken");
        for (String move : List.of("keep", "lock", "read", "delete")) {
            disk.failing = move;
            try (SettingsStore store = open()) {
                assertThat(store.isReadOnly()).as(move).isTrue();
                store.update(SettingsStoreTest.adding("a"));
                disk.failing = null;
                store.flush();
                assertThat(SettingsStoreTest.names(store)).containsExactly("a");
            }
            assertThat(file()).hasContent("broken");
        }
    }

    @Test
    void aFolderInItsPlaceIsNoCrash() throws IOException {
        Files.createDirectories(file());
        try (SettingsStore store = open()) {
            assertThat(store.isReadOnly()).isTrue();
            assertThat(store.problem()).isPresent();
        }
    }

    @Fault(number = 43, done = "the settings are of a newer version")
    void aNewerVersionIsLookedAtButNotTouched(Told told) throws IOException {
        String newer =
                "{\"version\":2,\"servers\":[{\"name\":\"a\",\"host\":\"h\"}],\"more\":{\"x\":1}}";
        Files.writeString(file(), newer);
        try (SettingsStore store = open()) {
            assertThat(store.isReadOnly()).isTrue();
            assertThat(told.problem(store.problem().orElseThrow()).code())
                    .isEqualTo(ProblemCode.SETTINGS_NEWER);
            assertThat(SettingsStoreTest.names(store)).containsExactly("a");
            store.update(SettingsStoreTest.adding("b"));
            store.flush();
            assertThat(SettingsStoreTest.names(store)).containsExactly("a", "b");
        }
        assertThat(file()).hasContent(newer);
    }

    @Test
    void aNewerPorticoThatComesMeanwhileIsNotOverwritten() throws IOException {
        try (SettingsStore store = open()) {
            Files.writeString(file(), "{\"version\":7}");
            store.update(SettingsStoreTest.adding("a"));
            store.flush();
            assertThat(store.isReadOnly()).isTrue();
        }
        assertThat(file()).hasContent("{\"version\":7}");
    }

    @Test
    void aFileBrokenMeanwhileIsKeptAsideToo() throws IOException {
        try (SettingsStore store = open()) {
            store.update(SettingsStoreTest.adding("a"));
            store.flush();
            Files.writeString(file(), "broken");
            store.update(SettingsStoreTest.adding("b"));
            store.flush();
            assertThat(store.problem()).isPresent();
        }
        assertThat(aside("")).hasContent("broken");
        try (SettingsStore store = open()) {
            assertThat(SettingsStoreTest.names(store)).containsExactly("a", "b");
        }
    }

    @Fault(number = 43, done = "the settings begin with a byte order mark")
    void aMarkAtTheStartAndUnknownFieldsDoNoHarm(Told told) throws IOException {
        Files.writeString(
                file(),
                "\ufeff{\"servers\":[{\"name\":\"a\",\"host\":\"h\",\"mood\":null,\"user\":null}]}");
        try (SettingsStore store = open()) {
            assertThat(store.problem()).isEmpty();
            told.nothing();
            assertThat(SettingsStoreTest.names(store)).containsExactly("a");
        }
    }

    @Test
    void whatWasSetAsideIsSaidUntilThereAreNewSettings() throws IOException {
        Files.writeString(file(), "{");
        open().close();
        for (int i = 0; i < 2; i++) {
            try (SettingsStore store = open()) {
                Problem problem = store.problem().orElseThrow();
                assertThat(problem.code()).isEqualTo(ProblemCode.SETTINGS_UNREADABLE);
                assertThat(problem.facts().get("file")).isEqualTo(aside("").toString());
                assertThat(store.isReadOnly()).isFalse();
            }
        }
        Files.writeString(file(), "{\"version\":1}");
        try (SettingsStore store = open()) {
            assertThat(store.problem()).isEmpty();
        }
    }
}
