package dev.portico.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;

import dev.portico.fixture.Await;
import dev.portico.fixture.Listening;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    @Test
    void carriesAShareThroughJsch() throws Exception {
        Server server = practice.server();
        JSch jsch = new JSch();
        jsch.addIdentity(practice.keyFile().toString());
        jsch.setKnownHosts(server.hostKeys().file().orElseThrow().toString());
        Session session = jsch.getSession(server.user(), server.host(), server.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.connect(10_000);
        try {
            int port = session.setPortForwardingR("localhost:0:127.0.0.1:" + practice.sitePort());
            URI link = URI.create("http://127.0.0.1:" + port + "/");
            try (var page = link.toURL().openStream()) {
                assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("127.0.0.1:" + port);
            }
        } finally {
            session.disconnect();
        }
    }

    private static Set<Thread> lasting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}
