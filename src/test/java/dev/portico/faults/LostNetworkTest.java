package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.PorticoProcess;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Scale;
import dev.portico.fixture.TwoHosts;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A network that goes and comes, and a computer that sleeps.
@Timeout(180)
class LostNetworkTest {
    private static final Duration NOTICED = Duration.ofSeconds(6);
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Fault(number = 4, done = "the cable is unplugged while nobody visits, and plugged in again")
    void unplugged(Told told) throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there());
                PorticoProcess portico = share(hosts, sshd, sshd.host())) {
            int port = portico.await("open").path("port").asInt();
            told.faultBegins();
            hosts.unplug();
            told.words(title(portico.await("waiting")));
            assertThat(told.took()).isLessThan(NOTICED.plusSeconds(Scale.isFull() ? 0 : 2));
            hosts.plugIn();
            assertThat(opened(portico, 2)).isEqualTo(port);
        }
    }

    @Fault(
            number = 21,
            done = "the old session holds the port, and this computer's address changed")
    void anotherAddress(Told told) throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd =
                        RealSshd.startOn(
                                hosts.there(), "ClientAliveInterval 2", "ClientAliveCountMax 2");
                PorticoProcess portico = share(hosts, sshd, sshd.host())) {
            int port = portico.await("open").path("port").asInt();
            hosts.unplug();
            hosts.renumber("10.91.0.3");
            portico.await("waiting");
            told.faultBegins();
            hosts.plugIn();
            told.words(title(portico.await("waiting", it -> code(it).equals("port-still-held"))));
            assertThat(opened(portico, 2)).isEqualTo(port);
        }
    }

    @Fault(number = 37, done = "this computer sleeps until the server has ended the session")
    void sleeps(Told told) throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd =
                        RealSshd.startOn(
                                hosts.there(), "ClientAliveInterval 1", "ClientAliveCountMax 2");
                PorticoProcess portico = share(hosts, sshd, sshd.host())) {
            int port = portico.await("open").path("port").asInt();
            RealSshd.signal("STOP", List.of(portico.pid()));
            Await.until(SOON, "the server to notice", () -> !hosts.there().isListening(port));
            Thread.sleep(Duration.ofSeconds(Scale.of(1, 15))); // it goes on sleeping
            told.faultBegins();
            RealSshd.signal("CONT", List.of(portico.pid()));
            told.words(title(portico.await("waiting")));
            assertThat(opened(portico, 2)).isEqualTo(port);
            assertThat(told.sinceFault()).isLessThan(NOTICED);
        }
    }

    @Fault(number = 39, done = "no network leads to the server's address")
    void noRoute(Told told) throws Exception {
        try (TwoHosts hosts = TwoHosts.connect();
                RealSshd sshd = RealSshd.startOn(hosts.there())) {
            told.faultBegins();
            try (PorticoProcess portico = share(hosts, sshd, "10.99.0.1")) {
                JsonNode waiting = portico.await("waiting");
                told.words(title(waiting));
                assertThat(code(waiting)).isEqualTo("no-route");
            }
        }
    }

    private PorticoProcess share(TwoHosts hosts, RealSshd sshd, String host) throws IOException {
        return PorticoProcess.share(
                hosts.here(),
                folder,
                sshd,
                "9",
                "--on",
                sshd.user() + "@" + host + ":" + sshd.port(),
                "-i",
                sshd.keyFile().toString());
    }

    /// The port, once it has been opened that often.
    private static int opened(PorticoProcess portico, int times) {
        Await.until(SOON, times + " times open", () -> portico.count("open") == times);
        return portico.events().stream()
                .filter(event -> event.path("event").asString().equals("open"))
                .toList()
                .getLast()
                .path("port")
                .asInt();
    }

    private static String title(JsonNode event) {
        return event.path("problem").path("title").asString();
    }

    private static String code(JsonNode event) {
        return event.path("problem").path("code").asString();
    }
}
