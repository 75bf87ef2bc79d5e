package dev.portico.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.fixture.Await;
import dev.portico.fixture.Listening;
import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.LiveForward;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class PracticeTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Practice practice = new Practice(0);

    @AfterEach
    void close() {
        practice.close();
    }

    @Test
    void startsNothingUntilItIsAsked() {
        assertThat(practice.isRunning()).isFalse();
        assertThatThrownBy(practice::keyFile).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void offersAProfileThatSaysItAll() throws IOException {
        Server server = practice.server();
        assertThat(server.isPractice()).isTrue();
        assertThat(server.host()).isEqualTo("127.0.0.1");
        assertThat(server.bind()).contains("localhost");
        assertThat(server.signIn()).isEqualTo(new SignIn.KeyFiles(List.of(practice.keyFile())));
        assertThat(server.hostKeys().file())
                .hasValueSatisfying(
                        file ->
                                assertThat(file)
                                        .content()
                                        .startsWith("[127.0.0.1]:" + server.port() + " ecdsa-"));
        assertThat(practice.server()).isEqualTo(server);
        assertThat(practice.isRunning()).isTrue();
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        assertThat(Listening.addresses(practice.server().port()))
                .isNotEmpty()
                .allMatch(address -> address.endsWith("127.0.0.1"), "loopback");
        assertThat(Listening.addresses(practice.sitePort()))
                .isNotEmpty()
                .allMatch(address -> address.endsWith("127.0.0.1"), "loopback");
    }

    @Test
    void keepsItsKeyToTheOwner() throws IOException {
        Path key = practice.server().hostKeys().file().orElseThrow().resolveSibling("id_ecdsa");
        assertThat(practice.keyFile()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void saysWhenItsPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                Practice onTakenPort = new Practice(taken.getLocalPort())) {
            assertThatThrownBy(onTakenPort::server).isInstanceOf(IOException.class);
            assertThat(onTakenPort.isRunning()).isFalse();
        }
    }

    @Test
    void leavesNoPortNoFileAndNoThreadThatHoldsTheProgram() throws IOException {
        Set<Thread> before = lasting();
        Server server = practice.server();
        int site = practice.sitePort();
        Path key = practice.keyFile();
        assertThat(lasting()).isSubsetOf(before);
        practice.close();
        practice.close();
        assertThat(practice.isRunning()).isFalse();
        assertThat(key.getParent()).doesNotExist();
        Await.until(SOON, () -> !Listening.on(server.port()) && !Listening.on(site));
    }

    @Test
    void startsAnewWithAnotherKeyAfterClosing() throws IOException {
        practice.server();
        byte[] first = Files.readAllBytes(practice.keyFile());
        practice.close();
        practice.server();
        assertThat(Files.readAllBytes(practice.keyFile())).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void carriesAShareOfTheSampleSite(String bind, @TempDir Path folder) throws Exception {
        Target site = new Target.Tcp("127.0.0.1", practice.sitePort());
        Share share = new Share("sample", site, Server.PRACTICE, 0, bind);
        try (Journal journal = new Journal(Clock.systemUTC());
                Links links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
                LiveForward live =
                        links.open(
                                practice.server(),
                                share,
                                new Doorway("sample", Gate.OPEN, new Traffic(), journal),
                                _ -> {});
                InputStream page = URI.create(live.forward().link()).toURL().openStream()) {
            assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(live.forward().address());
        }
    }

    @Test
    void opensNothingForEveryone(@TempDir Path folder) throws Exception {
        Target site = new Target.Tcp("127.0.0.1", practice.sitePort());
        Share share = new Share("sample", site, Server.PRACTICE, 0, "*");
        try (Journal journal = new Journal(Clock.systemUTC());
                Links links = new Links(folder.resolve("known_hosts"), Asker.NOBODY)) {
            Doorway doorway = new Doorway("sample", Gate.OPEN, new Traffic(), journal);
            assertThatThrownBy(() -> links.open(practice.server(), share, doorway, _ -> {}))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("opens ports for this computer only");
        }
    }

    private static Set<Thread> lasting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}
