package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.PretendVisit;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.share.Visit;
import dev.portico.share.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class ShareCommandTest {
    private static final Problem REFUSED =
            Problem.quoting(ProblemCode.AUTH_REFUSED, "no\u001b[2J", "server", "vps", "user", "me");

    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    private static List<String> fields(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private void end(CompletableFuture<Integer> running) throws Exception {
        terminal.interrupt();
        assertThat(terminal.halted.get(2, TimeUnit.SECONDS)).isZero();
        assertThat(running).isNotCompletedExceptionally();
    }

    @Test
    void tellsConnectingThenOpenThenStopped() throws Exception {
        var running = terminal.start("share", "3000", "--on", "me@vps:2222", "--json");
        terminal.awaitEvent("open");
        end(running);
        assertThat(terminal.eventNames()).containsExactly("connecting", "open", "stopped");
        assertThat(fields(terminal.event("connecting")))
                .containsExactly("event", "at", "share", "server", "attempt");
        assertThat(fields(terminal.event("stopped")))
                .containsExactly("event", "at", "share", "sent", "received", "visitors");
        assertThat(terminal.linker.open()).isEmpty();
        assertThat(terminal.complained()).isEmpty();
    }

    @Test
    void openSaysWhereAndForWhom() throws Exception {
        var running = terminal.start("share", "3000", "--on", "me@vps:2222", "--json");
        terminal.awaitEvent("open");
        end(running);
        JsonNode open = terminal.event("open");
        assertThat(fields(open))
                .containsExactly(
                        "event",
                        "at",
                        "share",
                        "server",
                        "bind",
                        "port",
                        "address",
                        "link",
                        "target",
                        "exposure");
        assertThat(open.path("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}\\.\\d{3}Z");
        assertThat(open.path("share").asString()).isEqualTo("3000");
        assertThat(open.path("bind").asString()).isEqualTo("localhost");
        assertThat(open.path("link").asString()).isEqualTo("http://127.0.0.1:41233");
        assertThat(open.path("exposure").asString()).isEqualTo("unknown");
    }

    @Test
    void twoTargetsOfOneNameGetTwoNames() throws Exception {
        var running = terminal.start("share", "3000", "3000", "nas:80", "--on", "vps", "--json");
        Await.until(() -> terminal.linker.open().size() == 3);
        end(running);
        assertThat(terminal.linker.asked().keySet())
                .containsExactlyInAnyOrder("3000", "3000-2", "nas:80");
    }

    @Test
    void aTextOfSshNamesBindAndPort() throws Exception {
        var running = terminal.start("share", "*:8080:localhost:80", "--on", "vps", "--json");
        terminal.awaitEvent("open");
        end(running);
        assertThat(terminal.event("open").path("bind").asString()).isEqualTo("*");
        assertThat(terminal.event("open").path("port").asInt()).isEqualTo(8080);
        assertThat(terminal.event("open").path("link").asString()).isEqualTo("http://vps:8080");
    }

    @Test
    void anEmptyBindIsEveryone() throws Exception {
        var running = terminal.start("share", "80", "--on", "vps", "--bind", "", "--json");
        terminal.awaitEvent("open");
        end(running);
        assertThat(terminal.event("open").path("bind").asString()).isEmpty();
    }

    @Test
    void theSavedServerIsTakenWithWhatThisCommandWantsDifferent() throws Exception {
        assertThat(terminal.run("servers", "add", "vps", "me@host:2222", "--bind", "*")).isZero();
        terminal.out.reset();
        var running =
                terminal.start(
                        "share",
                        "80",
                        "--on=vps",
                        "-i",
                        "~/k",
                        "--known-hosts=/hosts",
                        "--accept-new-host-key",
                        "--connect-timeout=3",
                        "--json");
        terminal.awaitEvent("open");
        end(running);
        assertThat(terminal.event("open").path("bind").asString()).isEqualTo("*");
        Server server = terminal.linker.asked().get("80");
        assertThat(server).isNotNull();
        assertThat(server.address()).isEqualTo("me@host:2222");
        assertThat(server.signIn()).isEqualTo(new SignIn.KeyFiles(List.of(Path.of("/home/me/k"))));
        assertThat(server.hostKeys().file()).contains(Path.of("/hosts"));
        assertThat(server.hostKeys().acceptNew()).isTrue();
        assertThat(server.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void endsWithOneWhenAllHaveFailed() {
        terminal.linker.fail("1", REFUSED);
        terminal.linker.fail("2", REFUSED);
        assertThat(terminal.run("share", "1", "2", "--on", "vps", "--json")).isEqualTo(1);
        assertThat(terminal.eventNames())
                .containsExactlyInAnyOrder("connecting", "failed", "connecting", "failed");
        JsonNode problem = terminal.event("failed").path("problem");
        assertThat(fields(problem)).containsExactly("code", "title", "remedy", "raw");
        assertThat(problem.path("code").asString()).isEqualTo("auth-refused");
        assertThat(terminal.said()).doesNotContain("\u001b");
    }

    @Test
    void waitsAndComesBackOnTheSamePort() throws Exception {
        var running = terminal.start("share", "3000", "--on", "vps", "--json");
        terminal.awaitEvent("open");
        terminal.linker.breakOff(
                "3000", Problem.of(ProblemCode.CONNECTION_LOST, "", "server", "vps"));
        Await.until(() -> terminal.eventNames().stream().filter("open"::equals).count() == 2);
        end(running);
        assertThat(fields(terminal.event("waiting")))
                .containsExactly("event", "at", "share", "problem", "attempt", "retryAt");
        assertThat(terminal.events())
                .filteredOn(event -> event.path("event").asString().equals("open"))
                .allSatisfy(event -> assertThat(event.path("port").asInt()).isEqualTo(41233));
    }

    @Test
    void visitorsAndTrafficAreTold() throws Exception {
        var running = terminal.start("share", "3000", "--on", "vps", "--json");
        terminal.awaitEvent("open");
        var doorway = terminal.linker.doorway("3000");
        Visit visit =
                new PretendVisit(new Visitor(7, "198.51.100.9", 50112, Instant.now()), 1000, 10);
        doorway.came(visit);
        doorway.traffic().sent(1000);
        terminal.awaitEvent("traffic");
        doorway.left(visit);
        doorway.foundNobody(new Visitor(8, "198.51.100.9", 50113, Instant.now()), "refused");
        end(running);
        List<JsonNode> visits =
                terminal.events().stream()
                        .filter(event -> event.path("event").asString().equals("visitor"))
                        .toList();
        assertThat(fields(visits.getFirst()))
                .containsExactly("event", "at", "share", "id", "address", "port", "what");
        assertThat(fields(visits.get(1))).endsWith("what", "sent", "received", "seconds");
        assertThat(fields(visits.get(2))).endsWith("what", "reason");
        assertThat(terminal.event("target").path("up").asBoolean()).isFalse();
        assertThat(terminal.event("traffic").path("sent").asLong()).isEqualTo(1000);
        assertThat(terminal.event("stopped").path("sent").asLong()).isEqualTo(1000);
    }

    @Test
    void aListenerThatWillNotGoDoesNotHoldTheProcess() throws Exception {
        terminal.linker.clingTo("vps");
        var running = terminal.start("share", "3000", "--on", "vps", "--json");
        terminal.awaitEvent("open");
        end(running);
        assertThat(terminal.eventNames()).endsWith("stopped");
    }

    @Test
    void nobodyReadingIsAnEndLikeAnyOther() {
        terminal.stdout =
                new Output(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("Broken pipe");
                            }
                        },
                        StandardCharsets.UTF_8);
        assertThat(terminal.run("share", "3000", "--on", "vps", "--json")).isZero();
        assertThat(terminal.linker.open()).isEmpty();
        assertThat(terminal.complained()).isEmpty();
    }

    @Test
    void peopleReadWhereItIsOpen() throws Exception {
        assertThat(terminal.run("servers", "add", "vps", "me@host")).isZero();
        var running = terminal.start("share", "3000", "--on", "vps");
        Await.until(() -> terminal.said().contains("Open: "));
        end(running);
        assertThat(terminal.said())
                .contains("Open: http://127.0.0.1:41233 → localhost:3000 (on vps)");
        assertThat(terminal.complained()).contains("Connecting 3000 to vps", "Ctrl-C", "stopped");
    }

    @Test
    void peopleReadWhatToDo() {
        terminal.linker.fail("3000", REFUSED);
        assertThat(terminal.run("share", "3000", "--on", "me@vps")).isEqualTo(1);
        assertThat(terminal.said()).isEmpty();
        assertThat(terminal.complained())
                .contains("did not accept the sign-in of me", "authorized_keys", "It says: no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share",
                "share 3000",
                "share --on vps",
                "share 3000 --on vps --bogus",
                "share 99999 --on vps",
                "share 3000 --on vps --port 65536",
                "share 3000 --on vps --port x",
                "share 1 2 --on vps --port 8080",
                "share 8080:localhost:80 --on vps --port 0",
                "share 8080:localhost:80 --on vps --bind *",
                "share 3000 --on @",
                "share 3000 --on vps --connect-timeout 0",
                "share 3000 --on vps --connect-timeout x",
                "servers",
                "servers bogus",
                "servers add x",
                "servers add practice me@host",
                "servers add x me@host -i k --agent",
                "servers edit nobody --agent",
                "practice --port x",
                "bogus"
            })
    void wrongUsageIsSaidInTwoLines(String arguments) {
        assertThat(terminal.run(arguments.split(" "))).isEqualTo(2);
        assertThat(terminal.said()).isEmpty();
        assertThat(terminal.complained().lines()).hasSize(2);
        assertThat(terminal.complained()).contains("--help").doesNotContain("Exception");
    }

    @Test
    void aSavedNameThatCannotBeLookedUpIsThree() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"version\":2}");
        assertThat(terminal.run("share", "3000", "--on", "vps", "--json")).isEqualTo(3);
        assertThat(terminal.run("servers", "add", "vps", "me@host")).isEqualTo(3);
        assertThat(terminal.said()).isEmpty();
        assertThat(terminal.complained()).contains("newer Portico");
    }

    @Test
    void aServerNotSavedNeedsNoSettings() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"version\":2}");
        terminal.linker.fail("3000", REFUSED);
        assertThat(terminal.run("share", "3000", "--on", "me@vps", "--json")).isEqualTo(1);
        assertThat(terminal.eventNames()).containsExactly("connecting", "failed");
    }
}
