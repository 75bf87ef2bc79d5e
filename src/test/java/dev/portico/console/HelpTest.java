package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class HelpTest {
    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    private String said(String... arguments) {
        terminal.out.reset();
        assertThat(terminal.run(arguments)).isZero();
        assertThat(terminal.complained()).isEmpty();
        return terminal.said();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "share", "servers", "servers add", "practice", "export", "import"})
    void theWordHelpsLikeTheOption(String command) {
        String option = said((command + " --help").strip().split(" "));
        assertThat(said(("help " + command).strip().split(" "))).isEqualTo(option);
    }

    @Test
    void thereIsNoHelpForWhatIsNoCommand() {
        assertThat(terminal.run("help", "bogus")).isEqualTo(2);
        assertThat(terminal.complained()).contains("\"bogus\" has no meaning here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"share", "servers add"})
    void namesWhereSecretsAreReadFrom(String command) {
        assertThat(said((command + " --help").split(" ")).lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("PORTICO_PASSWORD", "PORTICO_PASSPHRASE"));
    }
}
