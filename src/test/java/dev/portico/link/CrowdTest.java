package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;

import dev.portico.fixture.Await;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Scale;
import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.Keyring;
import dev.portico.share.Secrets;
import dev.portico.share.Share;
import dev.portico.share.Traffic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Many visitors at once, through a real server: they come, are told apart, go, and leave nothing
/// behind.
@Timeout(600)
class CrowdTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /// The visitor's, the engine's and the service's end of each stand in this process.
    private static final int DESCRIPTORS_EACH = 3;

    private static final int DESCRIPTORS_MORE = 10;
    private static final int THREADS_MORE = 3;
    private static final long HEAP_MORE = 8L * 1024 * 1024;

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    /// What this process holds.
    private record Holdings(int channels, long budget, long descriptors, int threads, long heap) {}

    @TempDir Path folder;

    private final Journal journal = new Journal(Clock.systemUTC());
    private final Doorway doorway = new Doorway("test", Gate.OPEN, new Traffic(), journal);
    private LocalServices.Service echo;
    private Link link;
    private RemoteForward forward;

    @BeforeEach
    void share() throws Exception {
        echo = LocalServices.echo();
        link =
                new Connector(
                                new KnownHostsFiles(
                                        folder.resolve("known_hosts"), Clock.systemUTC()),
                                Asker.NOBODY,
                                new Secrets(Asker.NOBODY, Keyring.NONE),
                                new Agents(List.of(), ""),
                                _ -> Optional.empty())
                        .connect(SSHD.server(), _ -> {}, _ -> {});
        Share share = new Share("test", echo.target(), "real", 0, "localhost");
        forward = link.forward(share, doorway, _ -> {});
    }

    @AfterEach
    void close() {
        link.close(Links.closedByUs(SSHD.server()));
        echo.close();
        journal.close();
    }

    @Test
    void aCrowdComesAndGoesAndLeavesNothingBehind() throws Exception {
        int crowd = Scale.of(1_000, 10_000);
        long needed = (long) crowd * DESCRIPTORS_EACH + 500;
        assumeTrue(
                mostDescriptors() >= needed,
                "this process may open " + mostDescriptors() + " files, and needs " + needed);
        comeAndGo(crowd); // code is loaded and buffers are grown once
        Holdings before = holdings();
        for (int i = 0; i < Scale.of(3, 10); i++) {
            comeAndGo(crowd);
        }
        Await.value(
                SOON, "nothing left of " + before, this::holdings, now -> isAsBefore(before, now));
    }

    @Test
    void everyVisitorHasItsOwnAddress() throws Exception {
        List<String> addresses =
                List.of("127.0.0.1", "127.0.0.2", "127.0.0.77", "127.1.2.3", "127.255.255.254");
        List<Socket> visitors = new ArrayList<>();
        for (String address : addresses) {
            visitors.add(visit("127.0.0.1", address));
        }
        List<String> all = new ArrayList<>(addresses);
        if (hasIpv6()) {
            visitors.add(visit("::1", "::1"));
            all.add("::1");
        }
        assertThat(doorway.visits())
                .extracting(visit -> visit.visitor().address())
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(doorway.visits())
                .extracting(visit -> visit.visitor().port())
                .containsExactlyInAnyOrderElementsOf(
                        visitors.stream().map(Socket::getLocalPort).toList());
        for (Socket visitor : visitors) {
            visitor.close();
        }
    }

    private void comeAndGo(int crowd) throws IOException {
        List<Socket> visitors = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            visitors.add(visit("127.0.0.1", "127.0.0.1"));
        }
        assertThat(doorway.visits()).hasSize(crowd);
        for (Socket visitor : visitors) {
            visitor.close();
        }
        Await.until(SOON, "all to leave", () -> doorway.visits().isEmpty());
    }

    /// Comes in as soon as the first byte has gone there and back.
    private Socket visit(String to, String from) throws IOException {
        Socket visitor =
                new Socket(
                        InetAddress.ofLiteral(to),
                        forward.forward().port(),
                        InetAddress.ofLiteral(from),
                        0);
        visitor.getOutputStream().write(7);
        assertThat(visitor.getInputStream().read()).isEqualTo(7);
        return visitor;
    }

    private Holdings holdings() {
        System.gc();
        return new Holdings(
                link.channels().size(),
                link.budget().left(),
                openDescriptors(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    private static boolean isAsBefore(Holdings before, Holdings now) {
        return now.channels() == before.channels()
                && now.budget() == before.budget()
                && now.descriptors() <= before.descriptors() + DESCRIPTORS_MORE
                && now.threads() <= before.threads() + THREADS_MORE
                && now.heap() <= before.heap() + HEAP_MORE;
    }

    private static long openDescriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long mostDescriptors() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : 0;
    }

    private static boolean hasIpv6() {
        try (Socket probe = new Socket()) {
            probe.bind(new InetSocketAddress(InetAddress.ofLiteral("::1"), 0));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
