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

    /// So long that TCP's own repetitions are half a minute apart on both sides.
    @Test
    void comesBackAtOnceAlsoAfterALongSilence() throws Exception {
        assumeTrue(Scale.isFull(), "takes minutes: only with -Dportico.scale=full");
        for (int seconds : List.of(15, 33, 33, 50)) {
            try (TwoHosts hosts = TwoHosts.connect();
                    RealSshd sshd = RealSshd.startOn(hosts.there());
                    PorticoProcess portico = share(hosts, sshd)) {
                int port = portico.await("open").path("port").asInt();
                hosts.swallow();
                Thread.sleep(Duration.ofSeconds(seconds)); // that time passes is the case
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
            Process stranger = speakingStranger(hosts, port);
            try {
                Await.until(SOON, "the stranger", () -> hosts.there().isListening(port));
                hosts.plugIn();
                JsonNode open = secondOpen(portico);
                assertThat(open.path("port").asInt()).isNotEqualTo(port);
                assertThat(open.path("linkBefore").asString()).endsWith(":" + port);
            } finally {
                stranger.destroyForcibly();
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
        return PorticoProcess.share(
                hosts.here(),
                folder,
                sshd,
                "9",
                "--on",
                sshd.user() + "@" + sshd.host() + ":" + sshd.port(),
                "-i",
                sshd.keyFile().toString());
    }

    private static Process speakingStranger(TwoHosts hosts, int port) throws IOException {
        return new ProcessBuilder(
                        hosts.there()
                                .command(
                                        PorticoProcess.java(
                                                SpeakingStranger.class,
                                                String.valueOf(port),
                                                "127.0.0.1")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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
