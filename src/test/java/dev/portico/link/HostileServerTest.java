package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.faults.Fault;
import dev.portico.faults.Told;
import dev.portico.fixture.Await;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.Scale;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that breaks the rules of RFC 4254 loses the session, with a reason; what is merely
/// useless is refused.
@Timeout(60)
class HostileServerTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int PORT = 1000;
    private static final int NOBODY = 1001;
    private static final int SINK = 1002;

    private final Map<Integer, AtomicInteger> heard = new ConcurrentHashMap<>();
    private final MemorySession session = new MemorySession(this::heard);
    private final Link link = session.link();
    private final Journal journal = new Journal(Clock.systemUTC());
    private final Doorway doorway = new Doorway("test", Gate.OPEN, new Traffic(), journal);
    private final Socket nobody = new Socket(); // holds a port, and listens not
    private LocalServices.Service echo;
    private volatile int engine = -1;

    @BeforeEach
    void share() throws IOException {
        echo = LocalServices.echo();
        share(PORT, echo.target());
        nobody.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        share(NOBODY, new Target.Tcp("127.0.0.1", nobody.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        echo.close();
        nobody.close();
        journal.close();
    }

    @Test
    void dataBeyondTheWindowEndsTheSession() throws Exception {
        try (LocalServices.Service sink = LocalServices.sink()) {
            share(SINK, sink.target());
            letIn(SINK);
            Outgoing piece = data(engine, Wire.MAX_DATA);
            for (int i = 0; i < 1_000; i++) {
                session.say(piece);
            }
            assertThat(reason()).contains("data beyond the window");
        }
    }

    @Test
    void packetsLargerThanAllowedEndTheSession() throws Exception {
        letIn();
        session.say(data(engine, Wire.MAX_DATA + 1));
        assertThat(reason()).contains("larger than");
    }

    @Test
    void dataAfterTheEndOfDataEndsTheSession() throws Exception {
        letIn();
        session.say(new Outgoing(Wire.CHANNEL_EOF).int32(engine));
        session.say(data(engine, 1));
        assertThat(reason()).contains("data after the end of data");
    }

    @Test
    void dataAfterCloseEndsTheSession() throws Exception {
        letIn();
        session.pause(true);
        session.say(new Outgoing(Wire.CHANNEL_CLOSE).int32(engine));
        session.say(data(engine, 1));
        assertThat(reason()).contains("after");
    }

    @Test
    void messagesToUnknownChannelsEndTheSession() throws Exception {
        for (int id : new int[] {7, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            try (MemorySession other = new MemorySession((_, _) -> {})) {
                other.say(data(id, 1));
                assertThat(reason(other.link())).contains("no channel");
            }
        }
    }

    /// OpenSSH, too, lets a late window pass.
    @Test
    void windowsForUnknownChannelsAreSkipped() throws Exception {
        session.say(new Outgoing(Wire.CHANNEL_WINDOW_ADJUST).int32(7).int32(1));
        letIn();
    }

    @Test
    void answersThatNobodyAskedForEndTheSession() throws Exception {
        letIn();
        for (Outgoing answer :
                new Outgoing[] {
                    new Outgoing(Wire.REQUEST_SUCCESS),
                    new Outgoing(Wire.REQUEST_FAILURE),
                    new Outgoing(Wire.CHANNEL_SUCCESS).int32(0),
                    new Outgoing(Wire.CHANNEL_FAILURE).int32(0),
                    new Outgoing(Wire.CHANNEL_EXTENDED_DATA).int32(0).int32(1).string("x"),
                    new Outgoing(Wire.CHANNEL_OPEN_CONFIRMATION).int32(0).int32(0),
                    new Outgoing(199)
                }) {
            try (MemorySession other = new MemorySession((_, _) -> {})) {
                other.say(answer);
                assertThat(reason(other.link())).contains("broke the SSH protocol");
            }
        }
        session.say(
                new Outgoing(Wire.CHANNEL_OPEN_CONFIRMATION)
                        .int32(engine)
                        .int32(0)
                        .int32(0)
                        .int32(0));
        assertThat(reason()).contains("not asked for");
    }

    @Test
    void fieldsLongerThanTheirPacketEndTheSession() throws Exception {
        letIn();
        int known = engine;
        for (Outgoing broken :
                new Outgoing[] {
                    new Outgoing(Wire.CHANNEL_OPEN).int32(Integer.MAX_VALUE),
                    new Outgoing(Wire.CHANNEL_OPEN).int32(-1),
                    new Outgoing(Wire.CHANNEL_OPEN).string("forwarded-tcpip").int32(1),
                    new Outgoing(Wire.GLOBAL_REQUEST),
                    new Outgoing(Wire.DEBUG).bool(true).int32(100),
                    new Outgoing(Wire.CHANNEL_DATA)
                }) {
            try (MemorySession other = new MemorySession((_, _) -> {})) {
                other.say(broken);
                assertThat(reason(other.link())).contains("packet");
            }
        }
        session.say(new Outgoing(Wire.CHANNEL_DATA).int32(known).int32(1_000_000));
        assertThat(reason()).contains("longer than its packet");
    }

    @Test
    void windowsBeyondFourGigabytesEndTheSession() throws Exception {
        letIn();
        for (int i = 0; i < 4; i++) {
            session.say(new Outgoing(Wire.CHANNEL_WINDOW_ADJUST).int32(engine).int32(-1));
        }
        assertThat(reason()).contains("window");
    }

    @Test
    void theLargestWindowOfAllIsUsed() throws Exception {
        session.say(open("forwarded-tcpip", PORT, -1, 32_768));
        Await.until(SOON, "it is let in", () -> engine >= 0);
        session.say(data(engine, 1_000));
        Await.until(SOON, "the echo", () -> count(Wire.CHANNEL_DATA) > 0);
        assertThat(link.isOver()).isFalse();
    }

    @Fault(number = 47, done = "the server opens channels for X11, the agent, a shell, other ports")
    void channelsOfOtherTypesAndPortsAreRefused(Told told) {
        for (String type : new String[] {"x11", "session", "auth-agent@openssh.com", ""}) {
            session.say(open(type, PORT, 1000, 1000));
        }
        session.say(open("forwarded-tcpip", 4711, 1000, 1000));
        session.say(open("forwarded-tcpip", PORT, 1000, 0));
        Await.until(SOON, "refusals", () -> count(Wire.CHANNEL_OPEN_FAILURE) == 6);
        assertThat(link.isOver()).isFalse();
        told.nothing();
    }

    @Fault(number = 47, done = "the server opens a flood of visitors for a service that is down")
    void floodsOfOpensAreTurnedAwayOneByOne(Told told) {
        int opens = Scale.of(20_000, 100_000);
        for (int i = 0; i < opens; i++) {
            session.say(open("forwarded-tcpip", NOBODY, 1000, 1000));
        }
        Await.until(
                Duration.ofSeconds(50),
                "refusals",
                () -> count(Wire.CHANNEL_OPEN_FAILURE) == opens || link.isOver());
        assertThat(link.channels().size()).isZero();
        told.nothing();
    }

    @Test
    void whoAsksAndNeverListensLosesTheSession() throws Exception {
        letIn();
        session.pause(true);
        for (int i = 0; i < Sender.MOST_TASKS + 1_000; i++) {
            session.say(new Outgoing(Wire.GLOBAL_REQUEST).string("x").bool(true));
            session.say(new Outgoing(Wire.CHANNEL_REQUEST).int32(engine).string("x").bool(true));
        }
        assertThat(reason()).contains("never listens");
        assertThat(link.sender().waiting()).isLessThanOrEqualTo(Sender.MOST_TASKS + 10);
    }

    @Test
    void requestsAreAnsweredOneByOne() throws Exception {
        letIn();
        for (int i = 0; i < 1_000; i++) {
            session.say(new Outgoing(Wire.GLOBAL_REQUEST).string("x").bool(true));
            session.say(new Outgoing(Wire.CHANNEL_REQUEST).int32(engine).string("x").bool(true));
        }
        Await.until(
                SOON,
                "answers",
                () -> count(Wire.REQUEST_FAILURE) == 1_000 && count(Wire.CHANNEL_FAILURE) == 1_000);
    }

    private void share(int port, Target target) {
        Share share = new Share("test", target, "memory", port, "localhost");
        link.forwards()
                .add(
                        new RemoteForward(
                                link, link.server(), share, doorway, port, MemorySession.GRANTED));
    }

    private void letIn() {
        letIn(PORT);
    }

    private void letIn(int port) {
        session.say(open("forwarded-tcpip", port, 100_000, 32_768));
        Await.until(SOON, "it is let in", () -> engine >= 0);
    }

    private String reason() throws Exception {
        return reason(link);
    }

    private static String reason(Link link)
            throws InterruptedException, ExecutionException, TimeoutException {
        var problem = link.end().get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        return problem.raw();
    }

    private int count(int type) {
        return heard.getOrDefault(type, new AtomicInteger()).get();
    }

    private void heard(int type, Incoming fields) {
        heard.computeIfAbsent(type, _ -> new AtomicInteger()).incrementAndGet();
        if (type == Wire.CHANNEL_OPEN_CONFIRMATION) {
            fields.int32();
            engine = fields.int32();
        }
    }

    private static Outgoing open(String type, int port, int window, int largest) {
        return new Outgoing(Wire.CHANNEL_OPEN)
                .string(type)
                .int32(5)
                .int32(window)
                .int32(largest)
                .string("localhost")
                .int32(port)
                .string("203.0.113.7")
                .int32(40_000);
    }

    private static Outgoing data(int channel, int bytes) {
        return new Outgoing(Wire.CHANNEL_DATA).int32(channel).string(new byte[bytes]);
    }
}
