package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.desktop.ports.ListeningPort;
import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.desktop.ports.ProcPorts;
import dev.portico.fixture.Await;
import dev.portico.fixture.Listening;
import dev.portico.share.Share;
import dev.portico.share.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Real services of this computer, as the port list finds them.
@EnabledOnOs(OS.LINUX)
class RealPortsTest {
    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");

    private final List<Process> running = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (Process process : running) {
            List<ProcessHandle> all = process.descendants().toList();
            process.destroy();
            all.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            for (ProcessHandle each : all) {
                each.onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void oneLookFindsAllByName(@TempDir Path folder) throws Exception {
        int python = python();
        int node = node();
        int postgres = postgres(folder);
        try (ServerSocket six = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            ListeningPorts finder = finder();
            List<ListeningPort> found = finder.find();
            long first = medianMicros(() -> finder().find());
            long next = medianMicros(finder::find);
            System.out.println("a first look takes " + first + " us, the next ones " + next);
            assertThat(finder.find()).isEqualTo(found);

            assertThat(at(python, found).process()).startsWith("python");
            assertThat(at(six.getLocalPort(), found))
                    .returns(true, ListeningPort::onlyIpv6)
                    .returns("java", ListeningPort::process)
                    .returns("[::1]:" + six.getLocalPort(), ListeningPort::target);
            assertThat(at(node, found).process()).isEqualTo("node");
            assertThat(at(postgres, found))
                    .returns("postgres", ListeningPort::process)
                    .returns(ListeningPort.Kind.DATABASE, ListeningPort::kind)
                    .returns(true, ListeningPort::isSensitive)
                    .returns(false, ListeningPort::isShortLived);
            assertThat(first).isLessThan(100_000);
            assertThat(next).isLessThan(100_000);
        }
    }

    @Test
    void aServiceThatEndsIsGoneFromListAndRowWithinTwoSeconds(@TempDir Path folder)
            throws Exception {
        int port = python();
        try (DeskFixture fixture = new DeskFixture(folder)) {
            fixture.save(DeskFixture.server("vps"));
            PortWatch watch = new PortWatch(finder(), fixture.desk.background(), Instant::now);
            SharesModel model = new SharesModel(fixture.desk, watch);
            Target target = Target.parse(String.valueOf(port));
            model.share(new Share("web", target, "vps", 0, "*"), true);
            watch.look();
            DeskFixture.awaitUntil(model, () -> model.countsProperty().get().open() == 1);
            assertThat(watch.at(target)).isPresent();

            running.getLast().destroyForcibly().waitFor();
            long before = System.nanoTime();
            Await.until(
                    Duration.ofSeconds(10),
                    () -> {
                        watch.tick();
                        model.refresh();
                        return watch.at(target).isEmpty();
                    });
            long millis = (System.nanoTime() - before) / 1_000_000;
            System.out.println("that nothing listens any more was said after " + millis + " ms");
            assertThat(model.rows().getFirst().text().target().detail())
                    .isEqualTo("nothing listens there");
            assertThat(millis).isLessThan(2000);
        }
    }

    /// Of ten, after one that loads what a look needs.
    private static long medianMicros(ListeningPorts finder) throws IOException {
        finder.find();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long before = System.nanoTime();
            finder.find();
            times.add((System.nanoTime() - before) / 1000);
        }
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private int python() throws Exception {
        assumeTrue(runs("python3", "--version"), "there is no python3 here");
        int port = freePort();
        start("python3", "-m", "http.server", String.valueOf(port), "--bind", "127.0.0.1");
        awaitListening(port);
        return port;
    }

    private int node() throws Exception {
        assumeTrue(runs("node", "--version"), "there is no node here");
        int port = freePort();
        start("node", "-e", "require('http').createServer().listen(" + port + ", '127.0.0.1')");
        awaitListening(port);
        return port;
    }

    /// A cluster of another user, for as long as the test runs.
    private int postgres(Path folder) throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can be postgres");
        assumeTrue(Files.isDirectory(POSTGRES), "PostgreSQL is not installed");
        int port = freePort();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        String data = folder.resolve("data").toString();
        Process made = asPostgres(binary("initdb"), "-D", data, "-A", "trust", "-N");
        assertThat(made.waitFor()).isZero();
        String number = String.valueOf(port);
        String sockets = folder.toString();
        asPostgres(binary("postgres"), "-D", data, "-p", number, "-k", sockets, "-h", "127.0.0.1");
        awaitListening(port);
        return port;
    }

    private static ListeningPort at(int port, List<ListeningPort> found) {
        return found.stream()
                .filter(each -> each.port() == port)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not found: " + port));
    }

    private static ListeningPorts finder() {
        return new ProcPorts(Path.of("/proc"), -2);
    }

    private Process asPostgres(String... command) throws IOException {
        return start(
                Stream.concat(Stream.of("runuser", "-u", "postgres", "--"), Stream.of(command))
                        .toArray(String[]::new));
    }

    private Process start(String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(Path.of("/tmp").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        running.add(process);
        return process;
    }

    private boolean runs(String... command) throws Exception {
        try {
            return start(command).waitFor() == 0;
        } catch (IOException _) {
            return false; // it is not installed
        }
    }

    private static void awaitListening(int port) {
        Await.until(Duration.ofSeconds(30), "a listener", () -> Listening.on(port));
    }

    private static String binary(String name) throws IOException {
        try (Stream<Path> versions = Files.list(POSTGRES)) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
