package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.faults.Fault;
import dev.portico.faults.Told;
import dev.portico.fixture.Await;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Scale;
import dev.portico.share.LiveForward;
import dev.portico.share.Target;
import dev.portico.share.Visit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Bytes between a visitor and a local service, through a real server.
@Timeout(120)
class ForwardPathTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests("RekeyLimit 16M");

    @TempDir Path folder;

    private final OneShare share = new OneShare(SSHD.server());

    @AfterEach
    void close() {
        share.close();
    }

    @Test
    void echoesMuchDataOverManyRekeys() throws Exception {
        try (LocalServices.Service echo = LocalServices.echo();
                LiveForward forward = share.open(echo.target());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int megabytes = Scale.of(40, 2000);
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Random seed = new Random(i);
                answers.add(threads.submit(() -> echo(forward, random(seed, megabytes * 250_000))));
            }
            for (int i = 0; i < 4; i++) {
                assertThat(answers.get(i).get())
                        .isEqualTo(random(new Random(i), megabytes * 250_000));
            }
        }
    }

    @Fault(number = 33, done = "the visitor ends its half of the connection")
    void aVisitorThatEndsItsHalfStillGetsTheAnswer(Told told) throws Exception {
        try (LocalServices.Service echo = LocalServices.echo();
                LiveForward forward = share.open(echo.target())) {
            byte[] question = random(new Random(1), 100_000);
            for (int i = 0; i < Scale.of(50, 100); i++) {
                assertThat(echo(forward, question)).isEqualTo(question);
            }
            Await.until(SOON, "all leave", () -> share.traffic().sample().visitors() == 0);
        }
        told.nothing();
    }

    @Fault(number = 33, done = "the local service ends its half of the connection")
    void aServiceThatEndsItsHalfStillGetsEverything(Told told) throws Exception {
        byte[] says = random(new Random(2), 50_000);
        for (int i = 0; i < Scale.of(20, 100); i++) {
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            byte[] visitorSays = random(new Random(i), 60_000);
            try (LocalServices.Service service = LocalServices.halfCloser(says, heard);
                    LiveForward forward = share.open(service.target());
                    Socket visitor = OneShare.visit(forward)) {
                assertThat(visitor.getInputStream().readAllBytes()).isEqualTo(says);
                visitor.getOutputStream().write(visitorSays);
                visitor.shutdownOutput();
                Await.until(SOON, "all is heard", () -> size(heard) == visitorSays.length);
                assertThat(heard.toByteArray()).isEqualTo(visitorSays);
            }
        }
        told.nothing();
    }

    @Fault(number = 32, done = "the local service never reads")
    void aServiceThatNeverReadsStopsNobodyElse(Told told) throws Exception {
        try (LocalServices.Service sink = LocalServices.sink();
                LocalServices.Service echo = LocalServices.echo();
                LiveForward stuck = share.open(sink.target());
                LiveForward fine = share.open(echo.target());
                Socket pushing = OneShare.visit(stuck)) {
            Thread pusher = Thread.ofVirtual().start(() -> push(pushing));
            Await.until(SOON, "it is stuck", () -> share.traffic().sample().received() > 1_000_000);
            byte[] question = random(new Random(3), 500_000);
            for (int i = 0; i < 20; i++) {
                assertThat(echo(fine, question)).isEqualTo(question);
            }
            assertThat(pusher.isAlive()).isTrue();
        }
        told.nothing();
    }

    @Test
    void reachesUnixSocketsAndOtherLoopbackAddresses() throws Exception {
        Path path = folder.resolve("s");
        try (ServerSocketChannel unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            unix.bind(UnixDomainSocketAddress.of(path));
            Thread.ofVirtual().start(() -> sayHello(unix));
            try (LiveForward forward = share.open(new Target.UnixSocket(path))) {
                assertThat(read(forward)).isEqualTo("hello");
            }
        }
        byte[] body = "somewhere".getBytes(StandardCharsets.UTF_8);
        for (String host : List.of("127.0.0.2", "::1")) {
            try (LocalServices.Service service = LocalServices.http(host, body);
                    LiveForward forward = share.open(service.target())) {
                assertThat(httpGet(forward)).endsWith("somewhere");
            }
        }
    }

    @Test
    void localhostIsWhicheverFamilyListens() throws Exception {
        try (LocalServices.Service service =
                        LocalServices.http("::1", "six".getBytes(StandardCharsets.UTF_8));
                LiveForward forward = share.open(new Target.Tcp("localhost", service.port()))) {
            assertThat(httpGet(forward)).endsWith("six");
        }
    }

    @Test
    void aVisitorFindsNobodyWhenTheServiceIsDown() throws Exception {
        int port = LocalServices.unusedPort();
        try (LiveForward forward = share.open(new Target.Tcp("localhost", port));
                Socket visitor = OneShare.visit(forward)) {
            assertThat(visitor.getInputStream().read()).isEqualTo(-1);
            assertThat(share.doorway().isTargetUp()).isFalse();
        }
    }

    @Test
    void theOwnerCanDisconnectAVisitor() throws Exception {
        try (LocalServices.Service echo = LocalServices.echo();
                LiveForward forward = share.open(echo.target());
                Socket visitor = OneShare.visit(forward)) {
            visitor.getOutputStream().write(1);
            assertThat(visitor.getInputStream().read()).isEqualTo(1);
            Visit visit = share.doorway().visits().iterator().next();
            assertThat(visit.visitor().id()).isEqualTo(1); // our own visits take no number
            assertThat(visit.visitor().address()).isEqualTo("127.0.0.1");
            assertThat(visit.visitor().port()).isEqualTo(visitor.getLocalPort());
            assertThat(visit.sent()).isEqualTo(1);
            visit.disconnect();
            assertThat(endOf(visitor)).isTrue();
            Await.until(SOON, "it has left", () -> share.doorway().visits().isEmpty());
        }
    }

    @Test
    void aResetByTheServiceEndsTheVisitor() throws Exception {
        try (LocalServices.Service echo = LocalServices.echo();
                LiveForward forward = share.open(echo.target());
                Socket visitor = OneShare.visit(forward)) {
            visitor.getOutputStream().write(1);
            assertThat(visitor.getInputStream().read()).isEqualTo(1);
            echo.end().run();
            assertThat(endOf(visitor)).isTrue();
        }
    }

    @Test
    void whoSpeaksFirstIsHeardAtOnce() throws Exception {
        byte[] greeting = "220 ready\r\n".getBytes(StandardCharsets.UTF_8);
        try (LocalServices.Service service =
                        LocalServices.halfCloser(greeting, OutputStream.nullOutputStream());
                LiveForward forward = share.open(service.target())) {
            assertThat(read(forward)).isEqualTo("220 ready\r\n");
        }
    }

    @Test
    void aCancelledForwardRefusesVisitors() throws Exception {
        try (LocalServices.Service echo = LocalServices.echo()) {
            LiveForward forward = share.open(echo.target());
            forward.close();
            assertThatThrownBy(() -> OneShare.visit(forward)).isInstanceOf(IOException.class);
        }
    }

    private static byte[] echo(LiveForward forward, byte[] question) throws Exception {
        try (Socket visitor = OneShare.visit(forward)) {
            Callable<Void> asking =
                    () -> {
                        visitor.getOutputStream().write(question);
                        visitor.shutdownOutput();
                        return null;
                    };
            try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Void> asked = thread.submit(asking);
                byte[] answer = visitor.getInputStream().readAllBytes();
                asked.get();
                return answer;
            }
        }
    }

    private static String read(LiveForward forward) throws IOException {
        try (Socket visitor = OneShare.visit(forward)) {
            visitor.shutdownOutput();
            return new String(visitor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String httpGet(LiveForward forward) throws IOException {
        try (Socket visitor = OneShare.visit(forward)) {
            byte[] request =
                    "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8);
            visitor.getOutputStream().write(request);
            return new String(visitor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean endOf(Socket visitor) {
        try {
            InputStream in = visitor.getInputStream();
            return in.read() < 0;
        } catch (IOException _) {
            return true; // a reset is an end too
        }
    }

    private static void push(Socket visitor) {
        try {
            OutputStream out = visitor.getOutputStream();
            byte[] piece = new byte[64 * 1024];
            while (true) {
                out.write(piece);
            }
        } catch (IOException _) {
            // the test is over
        }
    }

    private static void sayHello(ServerSocketChannel unix) {
        try (SocketChannel visitor = unix.accept()) {
            visitor.write(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int size(ByteArrayOutputStream heard) {
        synchronized (heard) {
            return heard.size();
        }
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
