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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Over jump servers and proxies: a share works through each, and comes back after a cut.
@Timeout(120)
class WaysTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PASSWORD = "it's: a secret";

    @RegisterExtension static final RealSshd GOAL = RealSshd.forAllTests();

    private final Map<String, Server> saved = new HashMap<>();
    private final List<Asker.SecretQuestion> questions = new ArrayList<>();
    private String answer = PASSWORD;
    private RealSshd jump;
    private LocalServices.Service echo;
    private OneShare shares;

    @BeforeEach
    void start() throws IOException {
        jump = RealSshd.start();
        echo = LocalServices.echo();
        saved.put("jump", jump.server().withName("jump"));
        shares = new OneShare(GOAL.server(), asker(), name -> Optional.ofNullable(saved.get(name)));
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
        carryMuch(forward);
        assertThat(jump.sessions()).isNotEmpty();

        jump.killSessions("KILL");
        assertThat(forward.awaitEnd().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        forward.close();
        LiveForward again = shares.open(server, echo.target());
        carryMuch(again);
        again.close();
        Await.until(SOON, "all hops to close", () -> jump.sessions().isEmpty());
        Await.until(SOON, "the goal to be left", () -> GOAL.sessions().isEmpty());
    }

    @Test
    void aShareWorksOverTwoJumpServers() throws Exception {
        try (RealSshd second = RealSshd.start()) {
            saved.put("second", second.server().withName("second"));
            try (LiveForward forward = shares.open(over("jump", "second"), echo.target())) {
                carryMuch(forward);
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

    @ParameterizedTest
    @EnumSource
    void aShareWorksThroughAProxyAndComesBack(Proxy.Kind kind) throws Exception {
        try (SmallProxy proxy = new SmallProxy("", "")) {
            Server server = through(proxy, kind, "");
            LiveForward forward = shares.open(server, echo.target());
            carryMuch(forward);
            proxy.cut();
            assertThat(forward.awaitEnd().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            forward.close();
            try (LiveForward again = shares.open(server, echo.target())) {
                carryMuch(again);
            }
            assertThat(questions).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProxyIsSignedInToAndLooksNamesUp(Proxy.Kind kind) throws Exception {
        try (SmallProxy proxy = new SmallProxy("me", PASSWORD)) {
            Server server = through(proxy, kind, "me");
            Server inside = server.at(SmallProxy.INSIDE, server.port(), server.user());
            LiveForward forward = shares.open(knownByItsName(inside), echo.target());
            proxy.cut();
            forward.awaitEnd();
            forward.close();
            shares.open(knownByItsName(inside), echo.target()).close();
            assertThat(proxy.asked()).containsOnly(SmallProxy.INSIDE + ":" + GOAL.port());
            assertThat(questions).as("asked once for both connections").hasSize(1);
            assertThat(questions.getFirst().subject()).isEqualTo("me@127.0.0.1:" + proxy.port());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedSignInStopsAndIsAskedForAnew(Proxy.Kind kind) throws Exception {
        try (SmallProxy proxy = new SmallProxy("me", PASSWORD)) {
            Server server = through(proxy, kind, "me");
            answer = "wrong";
            assertThat(problem(server).code()).isEqualTo(ProblemCode.PROXY_AUTH_REFUSED);
            answer = PASSWORD;
            shares.open(server, echo.target()).close();
            assertThat(questions)
                    .extracting(Asker.SecretQuestion::again)
                    .containsExactly(false, true);
            assertThat(problem(through(proxy, kind, "")).code())
                    .isEqualTo(ProblemCode.PROXY_AUTH_REFUSED);
        }
    }

    @Test
    void whatAProxySaysIsShownEscaped() throws Exception {
        try (SmallProxy proxy = new SmallProxy("", "")) {
            proxy.refuse("HTTP/1.1 403 Not \u001b[31mhere\u202e");
            Problem problem = problem(through(proxy, Proxy.Kind.HTTP, ""));
            assertThat(problem.code()).isEqualTo(ProblemCode.PROXY_FAILED);
            assertThat(problem.raw()).startsWith("HTTP/1.1 403 Not \\u001b[31mhere");
            assertThat(problem.quoted()).isTrue();
            assertThat(problem(through(proxy, Proxy.Kind.SOCKS5, "")).raw())
                    .isEqualTo("SOCKS5 reply 2: not allowed by its rules");
        }
    }

    @Test
    void aProxyThatNeverAnswersEndsAtTheDeadline() throws Exception {
        try (LocalServices.Service silent = LocalServices.sink()) {
            Server server =
                    GOAL.server()
                            .withConnectTimeout(Duration.ofSeconds(1))
                            .withWay(proxied(Proxy.Kind.HTTP, "", silent.port()));
            long before = System.nanoTime();
            assertThat(problem(server).code()).isEqualTo(ProblemCode.PROXY_FAILED);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aProxyLeadsToTheFirstJumpServer() throws Exception {
        try (SmallProxy proxy = new SmallProxy("", "")) {
            Way way =
                    new Way(List.of("jump"), proxied(Proxy.Kind.SOCKS5, "", proxy.port()).proxy());
            try (LiveForward forward = shares.open(GOAL.server().withWay(way), echo.target())) {
                carryMuch(forward);
            }
            assertThat(proxy.asked()).containsExactly("127.0.0.1:" + jump.port());
        }
    }

    private Server knownByItsName(Server inside) throws IOException {
        var file = jump.folder().resolve("known_inside");
        Files.writeString(
                file, Files.readString(GOAL.knownHosts()).replace("127.0.0.1", SmallProxy.INSIDE));
        return inside.withHostKeys(new HostKeys(Optional.of(file), false));
    }

    private static Server over(String... jumps) {
        return GOAL.server().withWay(new Way(List.of(jumps), Optional.empty()));
    }

    private static Server through(SmallProxy proxy, Proxy.Kind kind, String user) {
        return GOAL.server().withWay(proxied(kind, user, proxy.port()));
    }

    private static Way proxied(Proxy.Kind kind, String user, int port) {
        return new Way(
                List.of(),
                Optional.of(
                        new Proxy(
                                kind,
                                "127.0.0.1",
                                port,
                                Optional.of(user).filter(some -> !some.isEmpty()))));
    }

    private Problem problem(Server server) throws Exception {
        return Problems.of(() -> shares.open(server, echo.target()));
    }

    /// More than any window holds, both ways.
    private static void carryMuch(LiveForward forward) throws Exception {
        byte[] sent = new byte[8 << 20];
        new Random(7).nextBytes(sent);
        try (Socket visitor = OneShare.visit(forward)) {
            Thread writer =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            visitor.getOutputStream().write(sent);
                                            visitor.shutdownOutput();
                                        } catch (IOException _) {
                                            // the reader sees what is missing
                                        }
                                    });
            byte[] heard = visitor.getInputStream().readAllBytes();
            writer.join();
            assertThat(heard).isEqualTo(sent);
        }
    }

    private Asker asker() {
        return new Asker() {
            @Override
            public boolean trusts(HostKeyQuestion question) {
                return false;
            }

            @Override
            public Optional<char[]> secret(SecretQuestion question) {
                questions.add(question);
                return Optional.of(answer.toCharArray());
            }
        };
    }
}
