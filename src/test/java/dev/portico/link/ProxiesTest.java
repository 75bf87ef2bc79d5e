package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
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
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Through proxies: a share works, and comes back after a cut.
@Timeout(120)
class ProxiesTest {
    private static final String PASSWORD = "it's: a secret";

    @RegisterExtension static final RealSshd GOAL = RealSshd.forAllTests();

    private final List<Asker.SecretQuestion> questions = new ArrayList<>();
    private String answer = PASSWORD;
    private LocalServices.Service echo;
    private OneShare shares;

    @BeforeEach
    void start() throws IOException {
        echo = LocalServices.echo();
        shares = new OneShare(GOAL.server(), asker(), _ -> Optional.empty());
    }

    @AfterEach
    void stop() throws IOException {
        shares.close();
        echo.close();
    }

    @ParameterizedTest
    @EnumSource
    void aShareWorksThroughAProxyAndComesBack(Proxy.Kind kind) throws Exception {
        try (SmallProxy proxy = new SmallProxy("", "")) {
            Server server = through(proxy, kind, "");
            LiveForward forward = shares.open(server, echo.target());
            OneShare.carryMuch(forward);
            proxy.cut();
            assertThat(forward.awaitEnd().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            forward.close();
            try (LiveForward again = shares.open(server, echo.target())) {
                OneShare.carryMuch(again);
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
            Problem nameless = problem(through(proxy, kind, ""));
            assertThat(nameless.code()).isEqualTo(ProblemCode.PROXY_AUTH_REFUSED);
            assertThat(nameless.title(Locale.ENGLISH)).contains("names no user");
            assertThat(nameless.consoleRemedy(Locale.ENGLISH)).contains("http://user@");
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

    private Server knownByItsName(Server inside) throws IOException {
        var file = GOAL.folder().resolve("known_inside");
        Files.writeString(
                file, Files.readString(GOAL.knownHosts()).replace("127.0.0.1", SmallProxy.INSIDE));
        return inside.withHostKeys(new HostKeys(Optional.of(file), false));
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
