package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class ExplainCommandTest {
    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void saysWhatALineShares() {
        assertThat(terminal.run("explain", "ssh -N -R *:8080:localhost:3000 me@vps -p 2222"))
                .isZero();
        assertThat(terminal.said().lines())
                .containsExactly(
                        "Server: me@vps:2222",
                        "Shares localhost:3000 on port 8080 of the server, for everyone.",
                        "Not needed here: -N");
    }

    @Test
    void saysItForScripts() {
        assertThat(
                        terminal.run(
                                "explain",
                                "--json",
                                "ssh -N -i /k -J gate -R :8080:localhost:80 -R 0:nas:5000 u@h"))
                .isZero();
        assertThat(terminal.said().strip())
                .isEqualTo(
                        "{\"ok\":true,\"server\":{\"user\":\"u\",\"host\":\"h\",\"port\":22},"
                            + "\"forwards\":[{\"bind\":\"*\",\"port\":8080,\"target\":\"localhost:80\"},"
                            + "{\"bind\":\"localhost\",\"port\":0,\"target\":\"nas:5000\"}],"
                            + "\"ignored\":[\"-N\"],\"jump\":[\"gate\"],\"keys\":[\"/k\"],\"warnings\":[\"The"
                            + " empty address before :8080 opens it to everyone. Write"
                            + " localhost:8080 if that is not meant.\"]}");
    }

    @Test
    void pointsAtWhatIsWrongAndSaysTheRightForm() {
        assertThat(terminal.run("explain", "ssh -R 8080:80 me@vps")).isOne();
        assertThat(terminal.said().lines().toList())
                .containsSubsequence(
                        "  ssh -R 8080:80 me@vps",
                        "         ^^^^^^^",
                        "Write it like this: ssh -R 8080:localhost:80 me@vps");
    }

    @Test
    void pointsForScriptsToo() {
        assertThat(terminal.run("explain", "--json", "ssh -L 1:localhost:2 me@vps")).isOne();
        assertThat(terminal.said()).startsWith("{\"ok\":false,\"offset\":4,\"title\":\"-L leads");
    }

    @Test
    void takesALineThatTheShellHasSplitAlready() {
        assertThat(terminal.run("explain", "--", "ssh", "-R", "8080:localhost:80", "me@vps"))
                .isZero();
        assertThat(terminal.said()).contains("localhost:80 on port 8080");
    }
}
