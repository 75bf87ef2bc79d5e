package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.PorticoProcess;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.TwoHosts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One address was asked for: whether the server has it, and whether its port is free there.
@RequiresSshd
@Timeout(120)
class BoundAddressTest {
    private static final String SERVER = "10.91.0.2";
    private static final int TAKEN = 23_458;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", SERVER})
    void aPortThatAnotherProgramHoldsThereIsTaken(String where) throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there(), "GatewayPorts clientspecified")) {
            assertThat(refusal(hosts, sshd, where, SERVER)).isEqualTo("port-taken");
        }
    }

    @Test
    void whereTheServerChoosesNoPortTheHolderIsVisited() throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd =
                        RealSshd.startOn(
                                hosts.there(),
                                "GatewayPorts clientspecified",
                                "PermitListen " + TAKEN)) {
            assertThat(refusal(hosts, sshd, "0.0.0.0", SERVER)).isEqualTo("port-taken");
        }
    }

    @Test
    void anAddressThatTheServerHasNotIsRefused() throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there(), "GatewayPorts clientspecified")) {
            assertThat(refusal(hosts, sshd, "127.0.0.1", "10.91.0.99")).isEqualTo("bind-refused");
        }
    }

    /// The code of the problem when a program holds the port on one address and another is asked.
    private String refusal(TwoHosts hosts, RealSshd sshd, String held, String asked)
            throws Exception {
        String port = String.valueOf(TAKEN);
        List<String> program = PorticoProcess.java(SpeakingStranger.class, port, held);
        Process stranger = new ProcessBuilder(hosts.there().command(program)).start();
        try {
            Await.until(() -> hosts.there().isListening(TAKEN));
            try (PorticoProcess portico = share(hosts, sshd, "--bind", asked, "--port", port)) {
                JsonNode failed = portico.await("failed");
                assertThat(portico.count("open")).isZero();
                // the requests that told it are taken back
                Await.until(() -> hosts.there().listening().equals(Set.of(sshd.port(), TAKEN)));
                return failed.path("problem").path("code").asString();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    private PorticoProcess share(TwoHosts hosts, RealSshd sshd, String... arguments)
            throws IOException {
        String server = sshd.user() + "@" + SERVER + ":" + sshd.port();
        Stream<String> usual = Stream.of("9", "--on", server, "-i", sshd.keyFile().toString());
        return PorticoProcess.share(
                hosts.here(),
                folder,
                sshd,
                Stream.concat(usual, Stream.of(arguments)).toArray(String[]::new));
    }
}
