package dev.portico.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.Listening;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.SshClient;
import dev.portico.share.Server;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the practice server lets a real ssh do, and what not.
class PracticeLimitsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final byte[] WORDS = "hello".getBytes(StandardCharsets.UTF_8);

    private final Practice practice = new Practice(0);
    private Server server;

    @BeforeEach
    void start() throws IOException {
        SshClient.require();
        server = practice.server();
    }

    @AfterEach
    void close() {
        practice.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void forwardsToALoopbackPort(String bind) throws IOException {
        try (var http = LocalServices.http(WORDS);
                SshClient ssh = forward(bind, http.port())) {
            int port = allocated(ssh);
            String host = bind.equals("localhost") ? "127.0.0.1" : bind;
            try (var page = URI.create("http://" + host + ":" + port).toURL().openStream()) {
                assertThat(page.readAllBytes()).isEqualTo(WORDS);
            }
            assertThat(Listening.addresses(port))
                    .allMatch(here -> here.endsWith("127.0.0.1") || here.equals("0:0:0:0:0:0:0:1"));
        }
    }

    @Test
    void withdrawsThePortWithTheSession() {
        int port;
        try (SshClient ssh = forward("localhost", 9)) {
            port = allocated(ssh);
        }
        Await.until(SOON, () -> !Listening.on(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "0.0.0.0", "192.0.2.1", "example.com"})
    void refusesToListenForOthers(String bind) {
        var ended =
                SshClient.run(
                        server, "-N", "-o", "ExitOnForwardFailure=yes", "-R", bind + ":0:[::1]:9");
        assertThat(ended.exitCode()).isEqualTo(255);
        assertThat(ended.output())
                .contains("The practice server opens ports for this computer only.")
                .contains("remote port forwarding failed");
    }

    @Test
    void hasNoShellNoCommandAndNoFiles() {
        for (String[] wish :
                new String[][] {{"-T"}, {"true"}, {"-s", "sftp"}, {"-A", "-X", "-T"}}) {
            var ended = SshClient.run(server, wish);
            assertThat(ended.exitCode()).isEqualTo(255);
            assertThat(ended.output()).contains("channel 0: open failed").contains("Authenticated");
        }
    }

    @Test
    void refusesAnotherKey(@TempDir Path folder) {
        Path other = folder.resolve("other");
        Commands.succeed("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", other.toString());
        var ended = SshClient.run(server, other, "-N");
        assertThat(ended.exitCode()).isEqualTo(255);
        assertThat(ended.output()).contains("Permission denied (publickey)");
    }

    @Test
    void connectsToItsOwnPortsAndToNothingElse() {
        try (var http = LocalServices.http(WORDS);
                SshClient ssh = forward("localhost", http.port())) {
            int own = allocated(ssh);
            assertThat(visit("127.0.0.1:" + own)).contains("hello");
            assertThat(visit("localhost:" + own)).contains("hello");
            assertThat(visit("127.0.0.1:" + http.port())).contains("administratively prohibited");
            assertThat(visit("127.0.0.1:" + server.port())).contains("administratively prohibited");
            assertThat(visit("[::1]:" + own)).contains("administratively prohibited");
            assertThat(visit("127.0.0.2:" + own)).contains("administratively prohibited");
        }
    }

    @Test
    void connectsNoMoreToAPortThatIsGone() {
        int port;
        try (SshClient ssh = forward("localhost", 9)) {
            port = allocated(ssh);
        }
        Await.until(SOON, () -> visit("127.0.0.1:" + port).contains("administratively"));
    }

    @Test
    void refusesATakenPortAndGoesOn() throws IOException {
        try (var echo = LocalServices.echo()) {
            String taken = "localhost:" + echo.port() + ":127.0.0.1:9";
            try (SshClient ssh =
                    SshClient.start(server, "-N", "-R", taken, "-R", "localhost:0:127.0.0.1:9")) {
                Await.until(
                        SOON,
                        "the refusal",
                        () -> ssh.said().contains("remote forward failure for"));
                assertThat(allocated(ssh)).isPositive();
            }
        }
    }

    @Test
    void takesAFewSessionsOnly() {
        List<SshClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 9; i++) {
                clients.add(SshClient.start(server, "-N"));
            }
            Await.until(SOON, () -> clients.stream().filter(SshClient::isAlive).count() <= 8);
            assertThat(clients).anyMatch(client -> client.said().contains("Too many"));
        } finally {
            clients.forEach(SshClient::close);
        }
    }

    @Test
    void closingEndsTheSessions() throws IOException {
        try (SshClient ssh = forward("localhost", 9);
                Socket visitor = new Socket("127.0.0.1", allocated(ssh))) {
            practice.close();
            Await.until(SOON, () -> !ssh.isAlive());
            assertThat(visitor.isConnected()).isTrue();
        }
    }

    private SshClient forward(String bind, int target) {
        return SshClient.start(server, "-N", "-R", bind + ":0:127.0.0.1:" + target);
    }

    private static int allocated(SshClient ssh) {
        return Await.value(
                        SOON, "an allocated port", ssh::allocatedPorts, ports -> !ports.isEmpty())
                .getFirst();
    }

    /// What comes back on a connection that the server itself makes to that address.
    private String visit(String address) {
        return SshClient.get(server, address);
    }
}
