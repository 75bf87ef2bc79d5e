package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

class ServersImportTest {
    private static final String TWO =
            """
            Host web
              HostName web.example.com
              User deploy
              ProxyJump gate
              RemoteForward 8080 localhost:3000
              LocalForward 1 localhost:1
            Host gate
              User g
            Bogus 1
            """;

    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of(""));
    private Path file = Path.of("");

    @BeforeEach
    void openTerminal() throws IOException {
        terminal = new Terminal(folder.resolve("settings"));
        file = Files.writeString(folder.resolve("config"), TWO);
    }

    private int run(String... more) {
        terminal.out.reset();
        terminal.err.reset();
        String[] words = new String[more.length + 3];
        words[0] = "servers";
        words[1] = "import";
        words[2] = file.toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return terminal.run(words);
    }

    private Settings saved() {
        try (SettingsStore store =
                SettingsStore.open(folder.resolve("settings"), Clock.systemUTC())) {
            return store.settings();
        }
    }

    @Test
    void showsWhatItWouldDo() {
        assertThat(run("--dry-run")).isZero();
        assertThat(terminal.said())
                .isEqualTo(
                        """
                        web   deploy@web.example.com:22    through gate  new
                        gate  g@gate:22                                  new
                        """);
        assertThat(terminal.complained())
                .contains(
                        file + ":9: ssh has no setting named \"Bogus\".",
                        file + ":6: LocalForward leads the other way, to this computer.");
        assertThat(saved().servers()).isEmpty();
    }

    @Test
    void saysWhichLineGaveEachValue() {
        assertThat(run("web", "--dry-run", "--verbose")).isZero();
        assertThat(terminal.said())
                .contains(
                        "  web: web.example.com (" + file + ":2)",
                        "  web: deploy (" + file + ":3)",
                        "  web: gate (" + file + ":4)",
                        "  web 3000 is a share of it.");
    }

    @Test
    void asksFirst() {
        terminal.answer = Optional.of("n");
        assertThat(run()).isZero();
        assertThat(saved().servers()).isEmpty();
        terminal.answer = Optional.of("y");
        assertThat(run()).isZero();
        assertThat(saved().servers()).hasSize(2);
        assertThat(saved().shares()).isEmpty();
        assertThat(saved().links()).isEmpty();
    }

    @Test
    void asksNobodyWhoIsNotThere() {
        assertThat(run()).isEqualTo(2);
        assertThat(terminal.complained()).contains("--yes");
        terminal.answer = Optional.of("y");
        assertThat(run("--json")).as("nothing is asked of scripts").isEqualTo(2);
        assertThat(saved().servers()).isEmpty();
    }

    @Test
    void aSecondImportMakesNoDoubles() throws IOException {
        assertThat(run("--yes", "--shares")).isZero();
        Settings first = saved();
        assertThat(first.shares()).hasSize(1);
        assertThat(run("--yes", "--shares")).isZero();
        assertThat(terminal.said()).contains("same");
        assertThat(saved()).isEqualTo(first);
        Files.writeString(file, TWO.replace("User deploy", "User other"));
        assertThat(run("--yes", "--shares")).isZero();
        assertThat(terminal.said())
                .contains(
                        "changed",
                        "  web: address deploy@web.example.com:22 → other@web.example.com:22");
        assertThat(saved().servers()).hasSize(2);
        assertThat(saved().server("web").orElseThrow().user()).isEqualTo("other");
    }

    @Test
    void aLinkedServerFollowsTheFile() throws IOException {
        assertThat(run("web", "--yes", "--linked")).isZero();
        Files.writeString(file, TWO.replace("User deploy", "User other"));
        terminal.out.reset();
        terminal.run("servers", "list");
        assertThat(terminal.said()).contains("other@web.example.com:22", "follows " + file);
        assertThat(saved().server("web").orElseThrow().user()).isEqualTo("other");

        terminal.run("servers", "edit", "web", "--rename", "shop");
        Files.writeString(file, TWO.replace("User deploy", "User third"));
        terminal.out.reset();
        terminal.run("servers", "list");
        assertThat(terminal.said()).contains("shop", "third@web.example.com:22");

        terminal.run("servers", "remove", "shop");
        terminal.run("servers", "list");
        assertThat(saved().links()).extracting(link -> link.server()).doesNotContain("shop");
    }

    @Test
    void aJumpServerThatIsSavedAlreadyStaysAsItIs() {
        terminal.run("servers", "add", "gate", "mine@elsewhere");
        assertThat(run("web", "--yes")).isZero();
        assertThat(saved().server("gate").orElseThrow().user()).isEqualTo("mine");
        assertThat(saved().server("web").orElseThrow().way().jumps()).containsExactly("gate");
    }

    @Test
    void tellsScriptsAll() {
        assertThat(run("web", "--json", "--yes")).isZero();
        assertThat(terminal.events())
                .anySatisfy(
                        line -> {
                            assertThat(line.path("alias").asString()).isEqualTo("web");
                            assertThat(line.path("state").asString()).isEqualTo("new");
                            assertThat(line.path("jump").path(0).asString()).isEqualTo("gate");
                            assertThat(line.path("lines").path(0).path("line").asInt())
                                    .isEqualTo(2);
                            assertThat(line.path("shares").path(0).path("port").asInt())
                                    .isEqualTo(8080);
                            assertThat(line.path("findings").path(0).path("finding").asString())
                                    .isEqualTo("left-out");
                        })
                .anySatisfy(line -> assertThat(line.path("finding").asString()).isEqualTo("wrong"))
                .anySatisfy(
                        line ->
                                assertThat(line.path("imported").path(0).asString())
                                        .isEqualTo("web"));
        assertThat(terminal.complained()).isEmpty();
    }

    @Test
    void saysThatNothingIsNew() throws IOException {
        assertThat(run("--yes")).isZero();
        assertThat(run("--yes")).isZero();
        assertThat(terminal.said()).contains("Nothing to import: all of it is saved already.");
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(terminal.run("servers", "import", folder + "/none")).isEqualTo(2);
        assertThat(terminal.complained()).contains("There is no file");
        assertThat(terminal.run("servers", "import", folder + "/")).isEqualTo(2);
        assertThat(terminal.complained()).contains("is not a file with lines");
        assertThat(run("nobody", "--yes")).isEqualTo(2);
        assertThat(terminal.complained()).contains("has no server named nobody");
    }

    @Test
    void aRingOfJumpServersIsRefused() throws IOException {
        Files.writeString(file, "Host a\n  ProxyJump b\nHost b\n  ProxyJump a\n");
        assertThat(run("--yes")).isEqualTo(2);
        assertThat(terminal.complained()).contains("twice");
        assertThat(saved().servers()).isEmpty();
    }

    @Test
    void settingsThatCannotBeWrittenEndWithTheirCode() throws IOException {
        Path settings = Files.createDirectories(folder.resolve("settings"));
        Files.writeString(settings.resolve("settings.json"), "{\"version\":99}");
        assertThat(run("--yes")).isEqualTo(3);
    }
}
