package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.Await;
import dev.portico.fixture.PorticoProcess;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.Scale;
import dev.portico.fixture.TwoHosts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The line is cut, and on the server the old session lives on and holds the port.
@RequiresSshd
@Timeout(600)
class OldSessionTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void comesBackOnTheSamePortWhereTheAddressIsTheSame() throws IOException {
        for (int i = 0; i < Scale.of(1, 10); i++) {
            try (TwoHosts hosts = TwoHosts.connect();
                    RealSshd sshd = RealSshd.startOn(hosts.there());
                    PorticoProcess portico = share(hosts, sshd)) {
                int port = portico.await("open").path("port").asInt();
                hosts.unplug();
                portico.await("waiting");
                assertThat(hosts.there().isListening(port)).isTrue();
                Instant back = Instant.now();
                hosts.plugIn();
                JsonNode open = secondOpen(portico);
                assertThat(open.path("port").asInt()).isEqualTo(port);
                assertThat(Duration.between(back, at(open))).isLessThan(Duration.ofSeconds(2));
            }
        }
    }

    /// Somebody uploads when the line falls silent, so that TCP repeats itself on both sides, at
    /// last half a minute apart.
    @Test
    void comesBackAtOnceAlsoAfterALongSilence() throws Exception {
        assumeTrue(Scale.isFull(), "takes minutes: only with -Dportico.scale=full");
        for (int seconds : List.of(15, 33, 50)) {
            try (TwoHosts hosts = TwoHosts.connect();
                    RealSshd sshd = RealSshd.startOn(hosts.there());
                    Program service = program(hosts.here(), ReadingService.class);
                    PorticoProcess portico = share(hosts, sshd, service.firstLine())) {
                int port = portico.await("open").path("port").asInt();
                try (Program _ = uploadTo(hosts.there(), port)) {
                    portico.await("traffic", it -> it.path("received").asLong() > 1 << 20);
                    hosts.swallow();
                    Thread.sleep(Duration.ofSeconds(seconds)); // that time passes is the case
                }
                assertThat(hosts.there().isListening(port)).isTrue();
                Instant back = Instant.now();
                hosts.passOn();
                JsonNode open = secondOpen(portico);
                assertThat(open.path("port").asInt()).isEqualTo(port);
                assertThat(Duration.between(back, at(open))).isLessThan(Duration.ofSeconds(2));
            }
        }
    }

    @Test
    void waitsForThePortWhereTheAddressIsAnother() throws IOException {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd =
                        RealSshd.startOn(
                                hosts.there(), "ClientAliveInterval 2", "ClientAliveCountMax 3");
                PorticoProcess portico = share(hosts, sshd)) {
            int port = portico.await("open").path("port").asInt();
            hosts.unplug();
            hosts.renumber("10.91.0.3");
            portico.await("waiting");
            hosts.plugIn();
            JsonNode held = portico.await("waiting", it -> code(it).equals("port-still-held"));
            Duration pause =
                    Duration.between(at(held), Instant.parse(held.path("retryAt").asString()));
            assertThat(pause).isBetween(Duration.ZERO, Duration.ofSeconds(6));
            JsonNode open = secondOpen(portico);
            assertThat(open.path("port").asInt()).isEqualTo(port);
            assertThat(open.has("linkBefore")).isFalse();
        }
    }

    @Test
    void aStrangerOnTheOldPortIsNotWaitedFor() throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there());
                PorticoProcess portico = share(hosts, sshd)) {
            int port = portico.await("open").path("port").asInt();
            hosts.unplug();
            portico.await("waiting");
            sshd.killSessions("KILL");
            Await.until(SOON, "the port to be free", () -> !hosts.there().isListening(port));
            String holder = String.valueOf(port);
            try (Program _ = program(hosts.there(), SpeakingStranger.class, holder, "127.0.0.1")) {
                Await.until(SOON, "the stranger", () -> hosts.there().isListening(port));
                hosts.plugIn();
                JsonNode open = secondOpen(portico);
                assertThat(open.path("port").asInt()).isNotEqualTo(port);
                assertThat(open.path("linkBefore").asString()).endsWith(":" + port);
            }
        }
    }

    @Test
    void startingWithoutANetworkWaitsForIt() throws IOException {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there())) {
            hosts.unplug();
            try (PorticoProcess portico = share(hosts, sshd)) {
                JsonNode waiting = portico.await("waiting");
                assertThat(code(waiting)).isEqualTo("network-absent");
                assertThat(waiting.has("retryAt")).isFalse();
                Instant back = Instant.now();
                hosts.plugIn();
                Duration took = Duration.between(back, at(portico.await("open")));
                assertThat(took).isLessThan(Duration.ofSeconds(3));
            }
        }
    }

    private PorticoProcess share(TwoHosts hosts, RealSshd sshd) throws IOException {
        return share(hosts, sshd, "9");
    }

    private PorticoProcess share(TwoHosts hosts, RealSshd sshd, String target) throws IOException {
        return PorticoProcess.share(
                hosts.here(),
                folder,
                sshd,
                target,
                "--on",
                sshd.user() + "@" + sshd.host() + ":" + sshd.port(),
                "-i",
                sshd.keyFile().toString());
    }

    private record Program(Process process) implements AutoCloseable {
        String firstLine() throws IOException {
            return process.inputReader().readLine();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static Program program(TwoHosts.Host host, Class<?> main, String... arguments)
            throws IOException {
        return start(host.command(PorticoProcess.java(main, arguments)));
    }

    private static Program uploadTo(TwoHosts.Host host, int port) throws IOException {
        String upload = "exec cat /dev/zero > /dev/tcp/127.0.0.1/" + port;
        return start(host.command(List.of("bash", "-c", upload)));
    }

    private static Program start(List<String> command) throws IOException {
        return new Program(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    private static JsonNode secondOpen(PorticoProcess portico) {
        Await.until(SOON, "a second opening", () -> portico.count("open") == 2);
        return portico.events().stream()
                .filter(it -> it.path("event").asString().equals("open"))
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static String code(JsonNode event) {
        return event.path("problem").path("code").asString();
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.path("at").asString());
    }
}
