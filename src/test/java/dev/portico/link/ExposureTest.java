package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.PorticoProcess;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.TwoHosts;
import dev.portico.share.Asker;
import dev.portico.share.Exposure;
import dev.portico.share.ProblemCode;
import dev.portico.share.Reach;
import dev.portico.share.Share;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What was asked and what the server's `GatewayPorts` makes of it: nine cases, between two
/// computers and on one.
@RequiresSshd
@Timeout(120)
class ExposureTest {
    private static final String SERVER = "10.91.0.2";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "no, localhost, only-on-server, true, ''",
        "no, *, only-on-server, true, narrower-than-asked",
        "no, 10.91.0.2, only-on-server, true, narrower-than-asked",
        "yes, *, everyone, true, ''",
        "clientspecified, localhost, only-on-server, true, ''",
        "clientspecified, *, everyone, true, ''",
        "clientspecified, 10.91.0.2, everyone, true, ''",
    })
    void isToldAsItIs(
            String gatewayPorts, String bind, String exposure, boolean proven, String concern)
            throws IOException {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there(), "GatewayPorts " + gatewayPorts);
                PorticoProcess portico = share(hosts, sshd, "--bind", bind)) {
            JsonNode event = portico.await("exposure");
            assertThat(event.path("exposure").asString()).as(event::toString).isEqualTo(exposure);
            assertThat(event.path("proven").asBoolean()).as(event::toString).isEqualTo(proven);
            assertThat(event.path("reason").asString()).isNotBlank();
            assertThat(event.path("problem").path("code").asString()).isEqualTo(concern);
            int port = portico.await("open").path("port").asInt();
            assertThat(reaches(hosts, port)).isEqualTo(exposure.equals("everyone"));
            // the requests for other ports that told it are taken back
            Await.until(() -> hosts.there().listening().equals(Set.of(sshd.port(), port)));
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost", "10.91.0.2"})
    void whatCameUpWiderIsWithdrawnAtOnce(String bind) throws IOException {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there(), "GatewayPorts yes");
                PorticoProcess portico = share(hosts, sshd, "--bind", bind, "--port", "45678")) {
            JsonNode failed = portico.await("failed");
            assertThat(failed.path("problem").path("code").asString())
                    .isEqualTo("wider-than-asked");
            assertThat(portico.count("open")).isZero();
            Instant asked = Instant.parse(portico.await("connecting").path("at").asString());
            Instant over = Instant.parse(failed.path("at").asString());
            assertThat(Duration.between(asked, over)).isLessThan(Duration.ofSeconds(10));
            assertThat(hosts.there().isListening(45678)).isFalse();
        }
    }

    @Test
    void whatIsWiderOnPurposeSaysSo() throws IOException {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there(), "GatewayPorts yes");
                PorticoProcess portico =
                        share(hosts, sshd, "--bind", "localhost", "--allow-wider")) {
            JsonNode event = portico.await("exposure");
            assertThat(event.path("exposure").asString()).isEqualTo("wider-than-asked");
            assertThat(event.has("problem")).isFalse();
        }
    }

    @Test
    void aFirewallOnTheWayIsTold() throws IOException {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there());
                PorticoProcess portico = shareBehindFirewall(hosts, sshd)) {
            JsonNode event = portico.await("exposure");
            assertThat(event.path("exposure").asString()).isEqualTo("blocked");
            assertThat(event.path("problem").path("code").asString())
                    .isEqualTo("blocked-on-the-way");
            int port = portico.await("open").path("port").asInt();
            assertThat(event.path("problem").path("remedy").asString())
                    .contains("sudo ufw allow " + port + "/tcp");
        }
    }

    @Test
    void whatCannotBeProvenFromInsideIsNotSaidToBe() throws IOException {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there(), "PermitOpen none");
                PorticoProcess portico = share(hosts, sshd, "--bind", "*")) {
            JsonNode event = portico.await("exposure");
            assertThat(event.path("proven").asBoolean()).isFalse();
            assertThat(event.path("exposure").asString()).isEqualTo("everyone");
        }
    }

    /// Where nobody may look from inside, a stranger's answer from outside is told all the same.
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.91.0.2"})
    void aStrangersPortIsTakenAlsoWhereNothingCanBeProven(String where) throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there(), "PermitOpen none")) {
            int port = 23_457;
            Process stranger =
                    new ProcessBuilder(
                                    hosts.there()
                                            .command(
                                                    PorticoProcess.java(
                                                            SpeakingStranger.class,
                                                            String.valueOf(port),
                                                            where)))
                            .start();
            try {
                Await.until(() -> hosts.there().isListening(port));
                try (PorticoProcess portico =
                        share(hosts, sshd, "--bind", "*", "--port", String.valueOf(port))) {
                    JsonNode failed = portico.await("failed");
                    assertThat(failed.path("problem").path("code").asString())
                            .isEqualTo("port-taken");
                    assertThat(portico.count("open")).isZero();
                }
            } finally {
                stranger.destroyForcibly();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "no, localhost, ONLY_ON_SERVER, KEPT_INSIDE",
        "no, *, ONLY_ON_SERVER, GATEWAY_NO",
        "yes, *, EVERYONE, SERVER_IS_HERE",
        "clientspecified, localhost, ONLY_ON_SERVER, KEPT_INSIDE",
        "clientspecified, *, EVERYONE, SERVER_IS_HERE",
        "clientspecified, 127.0.0.2, ONLY_ON_SERVER, KEPT_INSIDE",
    })
    void isToldOnOneComputer(String gatewayPorts, String bind, Exposure exposure, Reach.Why why)
            throws IOException {
        try (RealSshd sshd = RealSshd.start("GatewayPorts " + gatewayPorts);
                LocalServices.Service echo = LocalServices.echo();
                KeptShare kept = kept(sshd, echo, bind)) {
            Reach reach = kept.reach();
            assertThat(reach.exposure()).as(reach::toString).isEqualTo(exposure);
            assertThat(reach.why()).isEqualTo(why);
            assertThat(reach.proof()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "::1"})
    void onOneComputerTooWhatCameUpWiderIsWithdrawn(String bind) throws Exception {
        try (RealSshd sshd = RealSshd.start("GatewayPorts yes");
                LocalServices.Service echo = LocalServices.echo();
                KeptShare kept = kept(sshd, echo, bind)) {
            assertThat(kept.fails().code()).isEqualTo(ProblemCode.WIDER_THAN_ASKED);
        }
    }

    private static KeptShare kept(RealSshd sshd, LocalServices.Service service, String bind) {
        Share share = new Share("test", service.target(), "real", 0, bind);
        return new KeptShare(sshd.server(), share, Asker.NOBODY);
    }

    private PorticoProcess share(TwoHosts hosts, RealSshd sshd, String... arguments)
            throws IOException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "9",
                                "--on",
                                sshd.user() + "@" + SERVER + ":" + sshd.port(),
                                "-i",
                                sshd.keyFile().toString()));
        all.addAll(List.of(arguments));
        return PorticoProcess.share(hosts.here(), folder, sshd, all.toArray(String[]::new));
    }

    private PorticoProcess shareBehindFirewall(TwoHosts hosts, RealSshd sshd) throws IOException {
        hosts.here()
                .run(
                        PorticoProcess.command(
                                        List.of(
                                                "servers",
                                                "add",
                                                "vps",
                                                sshd.user() + "@" + SERVER + ":" + sshd.port(),
                                                "-i",
                                                sshd.keyFile().toString(),
                                                "--public-address",
                                                hosts.silentAddress(),
                                                "--config",
                                                folder.toString()))
                                .toArray(String[]::new));
        return PorticoProcess.share(hosts.here(), folder, sshd, "9", "--on", "vps", "--bind", "*");
    }

    private static boolean reaches(TwoHosts hosts, int port) {
        List<String> visit = List.of("bash", "-c", "exec 3<>/dev/tcp/" + SERVER + "/" + port);
        return Commands.run(hosts.here().command(visit)).exitCode() == 0;
    }
}
