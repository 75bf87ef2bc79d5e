package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Scale;
import dev.portico.fixture.SmallProxy;
import dev.portico.share.Asker;
import dev.portico.share.HostKeys;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Proxy;
import dev.portico.share.Server;
import dev.portico.share.Way;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Over jump servers: a share works, and comes back after a cut.
@Timeout(120)
class JumpsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension static final RealSshd GOAL = RealSshd.forAllTests();

    private final Map<String, Server> saved = new HashMap<>();
    private RealSshd jump;
    private LocalServices.Service echo;
    private OneShare shares;

    @BeforeEach
    void start() throws IOException {
        jump = RealSshd.start();
        echo = LocalServices.echo();
        saved.put("jump", jump.server().withName("jump"));
        shares =
                new OneShare(
                        GOAL.server(), Asker.NOBODY, name -> Optional.ofNullable(saved.get(name)));
    }

    @AfterEach
    void stop() throws IOException {
        shares.close();
        jump.close();
        echo.close();
    }

    @Test
    void aShareWorksOverAJumpServerAndComesBack() throws Exception {
        Server server = over("jump");
        LiveForward forward = shares.open(server, echo.target());
        OneShare.carryMuch(forward);
        assertThat(jump.sessions()).isNotEmpty();

        jump.killSessions("KILL");
        assertThat(forward.awaitEnd().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        forward.close();
        LiveForward again = shares.open(server, echo.target());
        OneShare.carryMuch(again);
        again.close();
        Await.until(SOON, "all hops to close", () -> jump.sessions().isEmpty());
        Await.until(SOON, "the goal to be left", () -> GOAL.sessions().isEmpty());
    }

    @Test
    void aShareWorksOverTwoJumpServers() throws Exception {
        try (RealSshd second = RealSshd.start()) {
            saved.put("second", second.server().withName("second"));
            try (LiveForward forward = shares.open(over("jump", "second"), echo.target())) {
                OneShare.carryMuch(forward);
                assertThat(second.sessions()).isNotEmpty();
            }
            Await.until(SOON, "all hops to close", () -> second.sessions().isEmpty());
        }
    }

    /// Every other round the jump server is killed under the share.
    @Test
    void roundsOverAJumpServerLeaveNothingBehind() throws Exception {
        Server server = over("jump");
        shares.open(server, echo.target()).close();
        Await.until(SOON, "the first hops to close", () -> jump.sessions().isEmpty());
        int before = linkThreads();
        for (int round = 0; round < Scale.of(6, 200); round++) {
            LiveForward forward = shares.open(server, echo.target());
            if (round % 2 == 1) {
                jump.killSessions("KILL");
                forward.awaitEnd();
            }
            forward.close();
        }
        Await.until(SOON, "all threads of the links to end", () -> linkThreads() <= before);
        Await.until(SOON, "all hops to close", () -> jump.sessions().isEmpty());
    }

    private static int linkThreads() {
        return (int)
                Thread.getAllStackTraces().keySet().stream()
                        .filter(t -> t.getName().matches("(reader|sender|drain|look-up)-.*"))
                        .count();
    }

    @Test
    void aJumpServerThatFallsSilentIsNoticed() throws Exception {
        Server server = over("jump");
        LiveForward forward = shares.open(server, echo.target());
        long before = System.nanoTime();
        jump.killSessions("STOP");
        Problem problem = forward.awaitEnd();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        assertThat(took).isLessThan(Duration.ofSeconds(6));
        forward.close();
    }

    @Test
    void aJumpServerThatIsNotThereIsNamedWithItsReason() throws Exception {
        saved.put("jump", jump.server().withName("jump"));
        jump.stop();
        Problem problem = problem(over("jump"));
        assertThat(problem.code()).isEqualTo(ProblemCode.JUMP_FAILED);
        assertThat(problem.title(Locale.ENGLISH))
                .startsWith("The jump server jump could not be passed. 127.0.0.1:")
                .contains("turned the connection away");
    }

    @Test
    void aGoalThatTheJumpServerCannotReachIsNamed() throws Exception {
        int nobody = LocalServices.unusedPort();
        Server server = over("jump").at("127.0.0.1", nobody, "x");
        Problem problem = problem(server);
        assertThat(problem.code()).isEqualTo(ProblemCode.JUMP_FAILED);
        assertThat(problem.title(Locale.ENGLISH)).contains("jump server jump", ":" + nobody);
        assertThat(problem.raw()).contains("refused");
    }

    @Test
    void aJumpServerThatForbidsForwardingSaysSo() throws Exception {
        try (RealSshd strict = RealSshd.start("PermitOpen none")) {
            saved.put("strict", strict.server().withName("strict"));
            Problem problem = problem(over("strict"));
            assertThat(problem.code()).isEqualTo(ProblemCode.JUMP_FAILED);
            assertThat(problem.title(Locale.ENGLISH)).contains("strict does not allow forwarding");
        }
    }

    @Test
    void aJumpServerWithAnUnknownHostKeyStops() throws Exception {
        saved.put(
                "jump",
                jump.server()
                        .withName("jump")
                        .withHostKeys(
                                new HostKeys(Optional.of(jump.folder().resolve("none")), false)));
        Problem problem = problem(over("jump"));
        assertThat(problem.code()).isEqualTo(ProblemCode.HOST_KEY_UNKNOWN);
        assertThat(problem.title(Locale.ENGLISH)).startsWith("jump shows");
    }

    @Test
    void aRingOfProfilesIsRefused() throws Exception {
        saved.put("a", saved.get("jump").withWay(new Way(List.of("b"), Optional.empty())));
        saved.put("b", GOAL.server().withWay(new Way(List.of("a"), Optional.empty())));
        Problem problem = problem(saved.get("a"));
        assertThat(problem.code()).isEqualTo(ProblemCode.JUMP_RING);
    }

    @Test
    void aProxyLeadsToTheFirstJumpServer() throws Exception {
        try (SmallProxy proxy = new SmallProxy("", "")) {
            Way way =
                    new Way(
                            List.of("jump"),
                            Optional.of(Proxy.parse("socks5://127.0.0.1:" + proxy.port())));
            try (LiveForward forward = shares.open(GOAL.server().withWay(way), echo.target())) {
                OneShare.carryMuch(forward);
            }
            assertThat(proxy.asked()).containsExactly("127.0.0.1:" + jump.port());
        }
    }

    private static Server over(String... jumps) {
        return GOAL.server().withWay(new Way(List.of(jumps), Optional.empty()));
    }

    private Problem problem(Server server) throws Exception {
        return Problems.of(() -> shares.open(server, echo.target()));
    }
}
