package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.PretendVisit;
import dev.portico.share.Visitor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A share of a port where nothing listens yet is open all the same, and says so at once.
class ServiceDownTest {
    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void openTerminalOfAComputerWhereNothingListens() throws Exception {
        terminal = new Terminal(folder);
        Files.createDirectories(folder.resolve("proc/net"));
        Files.writeString(folder.resolve("proc/net/tcp"), "");
    }

    @AfterEach
    void end() throws Exception {
        terminal.interrupt();
        assertThat(terminal.halted.get(2, TimeUnit.SECONDS)).isZero();
    }

    private List<Boolean> ups() {
        return terminal.events().stream()
                .filter(event -> event.path("event").asString().equals("target"))
                .map(event -> event.path("up").asBoolean())
                .toList();
    }

    @Test
    void scriptsReadItAfterOpenAndAgainWhenAVisitorGetsThrough() throws Exception {
        var _ = terminal.start("share", "3000", "nas:80", "--on", "vps", "--json");
        Await.until(() -> terminal.linker.open().size() == 2 && !ups().isEmpty());
        assertThat(terminal.eventNames()).containsSubsequence("open", "target");
        terminal.linker
                .doorway("3000")
                .came(new PretendVisit(new Visitor(1, "198.51.100.9", 50112, Instant.now()), 0, 0));
        Await.until(() -> ups().equals(List.of(false, true)));
    }

    @Test
    void peopleReadIt() throws Exception {
        var _ = terminal.start("share", "3000", "--on", "vps");
        Await.until(() -> terminal.complained().contains("nothing listens on localhost:3000"));
    }
}
