package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.Await;
import dev.portico.fixture.LocalServices;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Several addresses race, and each way not to arrive has words of its own.
@Timeout(30)
class DialTest {
    private static final InetAddress HERE4 = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress HERE6 = InetAddress.ofLiteral("::1");
    private static final Path CONNECTIONS = Path.of("/proc/net/tcp6");
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Test
    void theFamiliesTakeTurns() {
        InetAddress[] all = addresses("2001:db8::1", "2001:db8::2", "192.0.2.1", "192.0.2.2");
        assertThat(Dial.byTurns(all))
                .containsExactly(addresses("2001:db8::1", "192.0.2.1", "2001:db8::2", "192.0.2.2"));
    }

    @Test
    void anAddressThatRefusesIsLeftAtOnce() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, HERE4)) {
            long before = System.nanoTime();
            try (SocketChannel line = dial(listener.getLocalPort(), HERE6, HERE4)) {
                assertThat(line.getRemoteAddress())
                        .isEqualTo(new InetSocketAddress(HERE4, listener.getLocalPort()));
                assertThat(line.isBlocking()).isTrue();
            }
            assertThat(System.nanoTime() - before)
                    .isLessThan(Duration.ofMillis(Dial.START_MILLIS).toNanos());
        }
    }

    @Test
    void anAddressThatIsSilentHoldsNobodyUp() throws Exception {
        try (FullListener silent = new FullListener();
                ServerSocket listener = new ServerSocket(silent.port(), 5, HERE6)) {
            long before = System.nanoTime();
            try (SocketChannel line = dial(listener.getLocalPort(), HERE4, HERE6)) {
                assertThat(line.getRemoteAddress())
                        .isEqualTo(new InetSocketAddress(HERE6, silent.port()));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofMillis(Dial.START_MILLIS - 20), LIMIT);
        }
    }

    @Test
    void whoeverIsSilentIsCalledAnew() throws Exception {
        assumeTrue(
                Files.exists(CONNECTIONS),
                "only Linux tells of calls that nobody answered, those of Java among IPv6");
        try (FullListener silent = new FullListener()) {
            long before = calls(silent.port());
            Attempt attempt = new Attempt(_ -> {});
            Thread dialling =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            Dial.connect(
                                                    new InetAddress[] {HERE4},
                                                    silent.port(),
                                                    attempt);
                                        } catch (IOException _) {
                                            attempt.giveUp();
                                        }
                                    });
            Await.until(() -> calls(silent.port()) >= before + 2);
            attempt.giveUp();
            dialling.join();
            Await.until(() -> calls(silent.port()) <= before);
        }
    }

    private static long calls(int port) {
        String unanswered = String.format(":%04X 02", port);
        try (Stream<String> rows = Files.lines(CONNECTIONS)) {
            return rows.filter(row -> row.contains(unanswered)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whereAllRefuseTheFirstReasonIsTold() throws Exception {
        int nobody = LocalServices.unusedPort();
        assertThatThrownBy(() -> dial(nobody, HERE6, HERE4)).isInstanceOf(ConnectException.class);
    }

    @Test
    void givingUpEndsIt() throws Exception {
        try (FullListener silent = new FullListener()) {
            Attempt attempt = new Attempt(_ -> {});
            Thread.ofVirtual().start(attempt::giveUp);
            assertThatThrownBy(
                            () -> Dial.connect(new InetAddress[] {HERE4}, silent.port(), attempt))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aServerThatHasIpv6AloneIsReached() throws Exception {
        try (ServerSocket six = new ServerSocket(0, 5, HERE6)) {
            Thread.ofVirtual().start(() -> hangUp(six));
            assertThat(problem("::1", six.getLocalPort()).code()).isEqualTo(ProblemCode.NOT_SSH);
        }
    }

    @Test
    void eachWayNotToArriveHasItsOwnWords() throws Exception {
        Set<String> titles = new TreeSet<>();
        titles.add(title("127.0.0.1", LocalServices.unusedPort(), ProblemCode.SERVER_UNREACHABLE));
        titles.add(title("no-such-host.invalid", 22, ProblemCode.NAME_UNKNOWN));
        try (FullListener silent = new FullListener()) {
            titles.add(title("127.0.0.1", silent.port(), ProblemCode.CONNECT_TIMEOUT));
        }
        Server server = server("192.0.2.1", 22);
        for (IOException none :
                List.of(
                        new NoRouteToHostException("No route to host"),
                        new SocketException("Network is unreachable"))) {
            Problem problem = WayProblems.ofDial(server, none);
            assertThat(problem.code()).isEqualTo(ProblemCode.NO_ROUTE);
            titles.add(problem.title(Locale.ENGLISH));
        }
        assertThat(titles).hasSize(4);
    }

    private static void hangUp(ServerSocket listener) {
        try {
            listener.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(String host, int port, ProblemCode code) throws Exception {
        Problem problem = problem(host, port);
        assertThat(problem.code()).isEqualTo(code);
        return problem.title(Locale.ENGLISH);
    }

    private static Problem problem(String host, int port) throws Exception {
        try (OneShare share = new OneShare(server(host, port))) {
            return Problems.of(() -> share.open(Target.parse("80")));
        }
    }

    private static Server server(String host, int port) {
        return new Server("x", host, port, "u", new SignIn.Password()).withConnectTimeout(LIMIT);
    }

    private static SocketChannel dial(int port, InetAddress... addresses) throws IOException {
        return Dial.connect(addresses, port, new Attempt(_ -> {}));
    }

    private static InetAddress[] addresses(String... literals) {
        return Stream.of(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    /// Takes no more connections, and does not refuse them either: its queue is full.
    private static final class FullListener implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 1, HERE4);
        private final List<SocketChannel> queue = new ArrayList<>();

        FullListener() throws IOException {
            for (int i = 0; i < 8; i++) {
                SocketChannel waiting = SocketChannel.open();
                waiting.configureBlocking(false);
                waiting.connect(listener.getLocalSocketAddress());
                queue.add(waiting);
            }
        }

        int port() {
            return listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel waiting : queue) {
                waiting.close();
            }
            listener.close();
        }
    }
}
