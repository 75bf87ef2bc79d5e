package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.store.SettingsStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

class ImportCommandTest {
    private static final String TEAM =
            """
            {"version":1,
             "servers":[{"name":"vps","host":"vps.example.com","user":"me"}],
             "shares":[{"name":"web","target":"localhost:3000","servers":["vps"],"port":8080}]}
            """;

    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of(""));
    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        terminal = new Terminal(folder.resolve("settings"));
        file = Files.writeString(folder.resolve("team.json"), TEAM);
    }

    private String imported(int exitCode, String... options) {
        terminal.out.reset();
        terminal.err.reset();
        String[] words = new String[options.length + 2];
        words[0] = "import";
        words[1] = file.toString();
        System.arraycopy(options, 0, words, 2, options.length);
        assertThat(terminal.run(words)).as(terminal.complained()).isEqualTo(exitCode);
        return terminal.said();
    }

    private int saved() {
        try (SettingsStore store =
                SettingsStore.open(folder.resolve("settings"), Clock.systemUTC())) {
            return store.settings().servers().size() + store.settings().shares().size();
        }
    }

    @Test
    void showsWhatItIsAndTakesItOver() {
        assertThat(imported(0, "--yes"))
                .isEqualTo(
                        """
                        server  vps  new
                        share   web  new
                        2 imported. Imported shares are off until you open them.
                        """);
        assertThat(saved()).isEqualTo(2);
        assertThat(imported(0, "--yes")).contains("the same is saved already", "Nothing to import");
    }

    @Test
    void nothingIsSavedUnlessItIsWanted() {
        assertThat(imported(0, "--dry-run")).contains("server  vps  new", "Nothing was imported.");
        assertThat(imported(0)).contains("Nothing was imported."); // nobody is there to agree
        assertThat(saved()).isZero();
    }

    @Test
    void clashesAreKeptBothOrReplaced() throws IOException {
        terminal.run("servers", "add", "vps", "you@elsewhere");
        assertThat(imported(0, "--dry-run")).contains("new, as vps-2: another of that name");
        assertThat(imported(0, "--dry-run", "--replace"))
                .contains("replaces the saved one: ", "host: elsewhere → vps.example.com");
    }

    @Test
    void scriptsReadLinesOfJson() {
        assertThat(imported(0, "--json", "--yes"))
                .isEqualTo(
                        """
                        {"kind":"server","name":"vps","state":"new","as":"vps","changes":[]}
                        {"kind":"share","name":"web","state":"new","as":"web","changes":[]}
                        {"ok":true,"saved":true,"count":2}
                        """);
        assertThat(imported(2, "--json")).isEmpty();
        assertThat(terminal.complained()).contains("--yes or --dry-run");
    }

    @Test
    void aFileThatIsNotGoodChangesNothingAndIsOne() throws IOException {
        Files.writeString(file, TEAM.replace("\"web\"", "\"web\\u0007\""));
        assertThat(imported(1, "--yes")).isEmpty();
        assertThat(terminal.complained()).contains("name of a share").doesNotContain("\tat ");
        assertThat(imported(1, "--yes", "--json")).startsWith("{\"ok\":false,\"title\":");
        assertThat(saved()).isZero();
    }

    @Test
    void settingsThatCannotBeWrittenAreThree() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        assertThat(imported(3, "--yes", "--config", blocked.toString())).isNotEmpty();
    }

    @Test
    void whatIsExportedIsImportedElsewhere() throws IOException {
        imported(0, "--yes");
        terminal.out.reset();
        assertThat(terminal.run("export", "vps", "--as", "portico")).isZero();
        assertThat(terminal.complained()).contains("Keys, passwords and trusted host keys");
        Files.writeString(file, terminal.said());
        terminal = new Terminal(folder.resolve("elsewhere"));
        assertThat(imported(0, "--yes")).contains("2 imported");
    }
}
