package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.PorticoProcess;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.TwoHosts;
import dev.portico.share.Asker;
import dev.portico.share.Exposure;
import dev.portico.share.Forward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Reach;
import dev.portico.share.Share;
import dev.portico.share.ShareState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One address was asked for: whether the server has it, whether its port is free there, and the
/// address that visitors really find.
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

    @Test
    void theLinkOfAnAddressThatWasIgnoredIsOnTheServer() throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there(), "GatewayPorts no");
                PorticoProcess portico = share(hosts, sshd, "--bind", SERVER)) {
            JsonNode open = portico.await("open");
            String there = "127.0.0.1:" + open.path("port").asInt();
            assertThat(open.path("address").asString()).isEqualTo(there);
            assertThat(open.path("link").asString()).isEqualTo("http://" + there);
            JsonNode exposure = portico.await("exposure");
            assertThat(exposure.path("exposure").asString()).isEqualTo("only-on-server");
            assertThat(exposure.path("address").asString()).isEqualTo(there);
        }
    }

    /// GatewayPorts no takes 127.0.0.1 and ::1 for every other address.
    @Test
    void anotherLoopbackAddressThatWasIgnoredIsToldWithTheCure() throws Exception {
        try (RealSshd sshd = RealSshd.start("GatewayPorts no");
                LocalServices.Service echo = LocalServices.echo();
                KeptShare kept = kept(sshd, echo, "127.0.0.2")) {
            int port = kept.opens();
            assertThat(forward(kept).address()).isEqualTo("127.0.0.1:" + port);
            Reach reach = kept.reach();
            assertThat(reach.exposure()).isEqualTo(Exposure.ONLY_ON_SERVER);
            assertThat(reach.why()).isEqualTo(Reach.Why.GATEWAY_NO);
            assertThat(reach.proof()).isPresent();
            assertThat(reach.concern().map(Problem::code))
                    .contains(ProblemCode.NARROWER_THAN_ASKED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "clientspecified, ::, [::1]",
        "clientspecified, 0.0.0.0, 127.0.0.1",
        "yes, ::, 127.0.0.1",
        "yes, 0.0.0.0, 127.0.0.1",
    })
    void theLinkOfOneFamilyIsOfThatFamily(String gatewayPorts, String bind, String host)
            throws Exception {
        try (RealSshd sshd = RealSshd.start("GatewayPorts " + gatewayPorts);
                LocalServices.Service echo = LocalServices.echo();
                KeptShare kept = kept(sshd, echo, bind)) {
            int port = kept.opens();
            assertThat(forward(kept).address()).isEqualTo(host + ":" + port);
            assertThat(kept.reach().exposure()).isEqualTo(Exposure.EVERYONE);
            assertThat(kept.reach().proof()).isPresent();
            visit(forward(kept));
        }
    }

    /// An IPv4 port of somebody else's does not stand in the way of all IPv6 addresses.
    @Test
    void anotherProgramOnTheOtherFamilyIsNotMet() throws Exception {
        try (RealSshd sshd = RealSshd.start("GatewayPorts clientspecified");
                LocalServices.Service echo = LocalServices.echo();
                ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            int port = other.getLocalPort();
            try (KeptShare kept = kept(sshd, echo, "::", port)) {
                assertThat(kept.opens()).isEqualTo(port);
                assertThat(forward(kept).address()).isEqualTo("[::1]:" + port);
                visit(forward(kept));
            }
        }
    }

    @Test
    void allAddressesOfAFamilyThatTheServersNameHasNotAreNotSaidToBeBlocked() throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there(), "GatewayPorts clientspecified");
                PorticoProcess portico = share(hosts, sshd, "--bind", "::")) {
            JsonNode open = portico.await("open");
            assertThat(open.path("address").asString())
                    .isEqualTo("[::1]:" + open.path("port").asInt());
            JsonNode exposure = portico.await("exposure");
            assertThat(exposure.path("exposure").asString()).isEqualTo("unknown");
            assertThat(exposure.path("proven").asBoolean()).isTrue();
            assertThat(exposure.path("reason").asString()).contains("::", SERVER);
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

    private static void visit(Forward forward) throws IOException {
        URI link = URI.create(forward.link());
        String host = link.getHost().replace("[", "").replace("]", "");
        try (Socket visitor = new Socket(InetAddress.ofLiteral(host), link.getPort())) {
            visitor.getOutputStream().write("hello".getBytes());
            assertThat(visitor.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes());
        }
    }

    private static Forward forward(KeptShare kept) {
        return ((ShareState.Open) kept.status().state()).forward();
    }

    private static KeptShare kept(RealSshd sshd, LocalServices.Service service, String bind) {
        return kept(sshd, service, bind, 0);
    }

    private static KeptShare kept(
            RealSshd sshd, LocalServices.Service service, String bind, int port) {
        Share share = new Share("test", service.target(), "real", port, bind);
        return new KeptShare(sshd.server(), share, Asker.NOBODY);
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
