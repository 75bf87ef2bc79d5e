package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.share.Exposure;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Reach;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The first link was for everyone, and then it is learned that the server keeps ports inside.
class CorrectedLinkTest {
    private static final Reach KEPT_INSIDE =
            new Reach(
                    Exposure.ONLY_ON_SERVER,
                    Reach.Why.GATEWAY_NO,
                    Map.of("server", "vps", "port", "41233"),
                    Optional.empty(),
                    Optional.of(Problem.of(ProblemCode.NARROWER_THAN_ASKED, "", "server", "vps")));

    @TempDir Path folder;

    @Test
    void isWrittenAnewWhereTheFirstOneWas() throws Exception {
        Terminal terminal = new Terminal(folder);
        var running = terminal.start("share", "3000", "--on", "vps", "--bind", "*");
        Await.until(() -> terminal.said().contains("http://vps:41233"));
        terminal.linker.doorway("3000").reaches(KEPT_INSIDE);
        Await.until(() -> terminal.said().contains("http://127.0.0.1:41233"));
        end(terminal, running);
        assertThat(terminal.said().lines().toList().getLast())
                .isEqualTo("Open on vps only: http://127.0.0.1:41233 → localhost:3000");
    }

    @Test
    void isAFieldOfTheExposureEvent() throws Exception {
        Terminal terminal = new Terminal(folder);
        var running = terminal.start("share", "3000", "--on", "vps", "--bind", "*", "--json");
        terminal.awaitEvent("open");
        terminal.linker.doorway("3000").reaches(KEPT_INSIDE);
        terminal.awaitEvent("exposure");
        end(terminal, running);
        JsonNode event = terminal.event("exposure");
        assertThat(event.path("address").asString()).isEqualTo("127.0.0.1:41233");
        assertThat(event.path("link").asString()).isEqualTo("http://127.0.0.1:41233");
    }

    private static void end(Terminal terminal, CompletableFuture<Integer> running) {
        terminal.interrupt();
        Await.until(() -> terminal.halted.isDone());
        assertThat(running).isNotCompletedExceptionally();
    }
}
