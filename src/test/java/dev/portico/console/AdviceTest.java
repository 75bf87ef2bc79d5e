package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portico.fixture.Await;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// What a person reads beside a problem.
class AdviceTest {
    private static final String HINT = "portico servers list";

    @TempDir Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    private String advice(Problem problem, String server, String... more) throws Exception {
        terminal.linker.fail("3000", problem);
        String[] sharing = {"share", "3000", "--on", server};
        String[] arguments = Arrays.copyOf(sharing, sharing.length + more.length);
        System.arraycopy(more, 0, arguments, sharing.length, more.length);
        var _ = terminal.start(arguments);
        Await.until(
                () ->
                        terminal.complained().contains("Next attempt")
                                || terminal.said().contains("retryAt"));
        terminal.interrupt();
        assertThat(terminal.halted.get(2, TimeUnit.SECONDS)).isZero();
        return terminal.complained();
    }

    private static Problem unknown(String host) {
        return Problem.of(ProblemCode.NAME_UNKNOWN, "", "host", host);
    }

    @Test
    void aWordThatIsNoServerMayBeAMisspeltName() throws Exception {
        assertThat(advice(unknown("nope"), "nope")).contains("No server is saved as nope", HINT);
    }

    @Test
    void aWholeAddressIsNoMisspeltName() throws Exception {
        assertThat(advice(unknown("nope"), "me@nope")).doesNotContain(HINT);
    }

    @Test
    void aSavedNameIsNoMisspeltName() throws Exception {
        assertThat(terminal.run("servers", "add", "vps", "me@nope")).isZero();
        assertThat(advice(unknown("nope"), "vps")).doesNotContain(HINT);
    }

    @Test
    void scriptsGetNoHint() throws Exception {
        assertThat(advice(unknown("nope"), "nope", "--json")).isEmpty();
        assertThat(terminal.said()).doesNotContain(HINT);
    }

    @Test
    void theRemedyIsInTheWordsOfTheCommandLine() throws Exception {
        Problem wider = Problem.of(ProblemCode.WIDER_THAN_ASKED, "", "server", "vps");
        Words words = new Words(new PrintStream(said, true, UTF_8), Locale.ENGLISH);
        words.tell(wider);
        words.tell(Problem.of(ProblemCode.HOST_KEY_CHANGED, "HostKey has been changed"));
        assertThat(said.toString(UTF_8)).contains("Raw line: HostKey").doesNotContain("It says");
        assertThat(said.toString(UTF_8)).contains("--bind '*'", "--allow-wider");
        assertThat(wider.remedy(Locale.ENGLISH)).doesNotContain("--");
    }

    @Test
    void everyLineOfARemedyIsIndented() {
        new Words(new PrintStream(said, true, UTF_8), Locale.ENGLISH)
                .tell(Problem.of(ProblemCode.FORWARDING_FORBIDDEN, "", "user", "me"));
        assertThat(said.toString(UTF_8))
                .containsPattern("(?m)^  Match User me$")
                .containsPattern("(?m)^      AllowTcpForwarding yes$");
    }

    @Test
    void whatIsNotSshIsQuotedInOneLine() throws Exception {
        Problem page = Problem.quoting(ProblemCode.NOT_SSH, "x".repeat(300), "address", "web:22");
        assertThat(advice(page, "me@web"))
                .contains("It says: " + "x".repeat(120) + "…")
                .doesNotContain("x".repeat(121));
    }
}
