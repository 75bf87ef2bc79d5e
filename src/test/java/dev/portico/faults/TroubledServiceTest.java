package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.EchoVisitor;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Scale;
import dev.portico.link.OneShare;
import dev.portico.share.LiveForward;
import dev.portico.share.Target;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// Local services that are slow, full or crowded, through a real server.
@Timeout(900)
class TroubledServiceTest {
    private static final int CROWD = 1_000;
    private static final long HEAP_MORE = 16L * 1024 * 1024;
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @Fault(number = 34, done = "the local service reads 1 KB a second")
    void readsSlowly(Told told) throws Exception {
        try (LocalServices.Service slow = LocalServices.tcp(TroubledServiceTest::readsSlowly);
                LocalServices.Service echo = LocalServices.echo();
                OneShare share = new OneShare(SSHD.server());
                LiveForward stuck = share.open(slow.target());
                LiveForward fine = share.open(echo.target());
                HeapWatch heap = new HeapWatch();
                Socket pushing = OneShare.visit(stuck)) {
            told.faultBegins();
            Thread pusher = Thread.ofVirtual().start(() -> push(pushing));
            Await.until(SOON, () -> share.traffic().sample().received() > 1_000_000);
            for (int i = 0; i < 5; i++) {
                EchoVisitor.echo(fine, i, 1_000_000);
            }
            assertThat(pusher.isAlive()).isTrue();
            assertThat(heap.most()).isLessThan(HEAP_MORE);
            told.nothing();
        }
    }

    @Fault(number = 34, done = "the local service accepts no more connections")
    void acceptsNoMore(Told told) throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket hung = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                LocalServices.Service echo = LocalServices.echo();
                OneShare share = new OneShare(SSHD.server());
                LiveForward stuck = share.open(new Target.Tcp("127.0.0.1", hung.getLocalPort()));
                LiveForward fine = share.open(echo.target())) {
            told.faultBegins();
            for (int i = 0; i < 50; i++) {
                waiting.add(OneShare.visit(stuck));
            }
            EchoVisitor.echo(fine, 34, 1_000_000);
            told.nothing();
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Fault(number = 35, done = "1000 visitors are here at the same time")
    void crowd(Told told) throws Exception {
        List<Socket> visitors = new ArrayList<>();
        try (LocalServices.Service echo = LocalServices.echo();
                KeptShare share = KeptShare.of(SSHD.server(), echo.target())) {
            int port = share.opens();
            told.faultBegins();
            for (int i = 0; i < CROWD; i++) {
                Socket visitor = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                visitors.add(visitor);
                visitor.getOutputStream().write(i);
            }
            for (int i = 0; i < CROWD; i++) {
                assertThat(visitors.get(i).getInputStream().read()).isEqualTo(i & 0xff);
            }
            assertThat(share.status().visits()).hasSize(CROWD);
            assertThat(share.isUndisturbed()).isTrue();
            told.nothing();
        } finally {
            for (Socket socket : visitors) {
                socket.close();
            }
        }
    }

    @Fault(number = 36, done = "a large upload meets a service that does not read, and then does")
    void readsLate(Told told) throws Exception {
        long bytes = Scale.of(200, 2_000) * 1_000_000L;
        CountDownLatch reads = new CountDownLatch(1);
        CompletableFuture<byte[]> heard = new CompletableFuture<>();
        try (LocalServices.Service late =
                        LocalServices.tcp(
                                visitor -> {
                                    reads.await();
                                    heard.complete(digest(visitor.getInputStream()));
                                });
                OneShare share = new OneShare(SSHD.server());
                LiveForward forward = share.open(late.target());
                HeapWatch heap = new HeapWatch();
                Socket visitor = OneShare.visit(forward)) {
            told.faultBegins();
            CompletableFuture<byte[]> sent = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> sent.complete(upload(visitor, bytes)));
            Await.until(SOON, () -> share.traffic().sample().received() > 1_000_000);
            Thread.sleep(1_000); // what is not read gathers somewhere
            assertThat(heap.most()).isLessThan(HEAP_MORE);
            reads.countDown();
            assertThat(heard.get()).isEqualTo(sent.get());
            assertThat(heap.most()).isLessThan(HEAP_MORE);
            told.nothing();
        }
    }

    private static void readsSlowly(Socket visitor) throws IOException, InterruptedException {
        InputStream in = visitor.getInputStream();
        for (byte[] some = in.readNBytes(1_000); some.length > 0; some = in.readNBytes(1_000)) {
            Thread.sleep(1_000); // the fault itself
        }
    }

    private static void push(Socket visitor) {
        byte[] block = new byte[64 * 1024];
        try {
            OutputStream out = visitor.getOutputStream();
            while (true) {
                out.write(block);
            }
        } catch (SocketException _) {
            // the test is over
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] upload(Socket visitor, long bytes) {
        try {
            MessageDigest sent = sha256();
            Random random = new Random(36);
            byte[] block = new byte[100_000];
            for (long left = bytes; left > 0; left -= block.length) {
                random.nextBytes(block);
                sent.update(block);
                visitor.getOutputStream().write(block);
            }
            visitor.shutdownOutput();
            return sent.digest();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] digest(InputStream in) throws IOException {
        DigestInputStream digesting = new DigestInputStream(in, sha256());
        digesting.transferTo(OutputStream.nullOutputStream());
        return digesting.getMessageDigest().digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
