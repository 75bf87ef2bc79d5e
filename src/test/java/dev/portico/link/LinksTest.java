package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portico.fixture.Await;
import dev.portico.fixture.Listening;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.LiveForward;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class LinksTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;

    private final Traffic traffic = new Traffic();
    private Journal journal;
    private Links links;

    @BeforeEach
    void open() {
        journal = new Journal(Clock.systemUTC());
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
    }

    @AfterEach
    void close() {
        links.close();
        journal.close();
    }

    @Test
    void carriesAFileOfFiftyMegabytesUnchanged() throws Exception {
        byte[] body = new byte[50_000_000];
        new Random(1).nextBytes(body);
        try (LocalServices.Service service = LocalServices.http(body);
                LiveForward forward = share(service.target(), 0)) {
            assertThat(get(forward)).isEqualTo(body);
            assertThat(traffic.sample().sent()).isBetween(50_000_000L, 50_001_000L);
        }
    }

    @Test
    void opensSeveralPortZeroForwardsOnOneLink() throws Exception {
        List<LiveForward> open = new ArrayList<>();
        List<LocalServices.Service> services = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            services.add(LocalServices.http(("service " + i).getBytes(UTF_8)));
            open.add(share(services.get(i).target(), 0));
        }
        assertThat(open.stream().map(forward -> forward.forward().port()).distinct()).hasSize(5);
        assertThat(SSHD.sessions().size()).isLessThanOrEqualTo(2);
        for (int i = 0; i < 5; i++) {
            assertThat(new String(get(open.get(i)), UTF_8)).isEqualTo("service " + i);
        }
        open.forEach(LiveForward::close);
        open.forEach(forward -> assertThat(Listening.on(forward.forward().port())).isFalse());
        services.forEach(LocalServices.Service::close);
    }

    @Test
    void tellsWhyAnotherPortIsTaken() throws Exception {
        try (LocalServices.Service service = LocalServices.echo()) {
            assertThat(Problems.of(() -> share(service.target(), service.port())).code())
                    .isEqualTo(ProblemCode.PORT_TAKEN);
        }
    }

    @Test
    void aPortOfWhichHalfBelongsToAnotherProgramIsTaken() throws Exception {
        try (Socket holdsTheOtherHalf = new Socket()) {
            holdsTheOtherHalf.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            int port = holdsTheOtherHalf.getLocalPort();
            assertThat(Problems.of(() -> share(Target.parse("80"), port)).code())
                    .isEqualTo(ProblemCode.PORT_TAKEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, ::1", "::1, 127.0.0.1"})
    void whoeverListensOnTheOtherAddressIsNotInTheWay(String bind, String other) throws Exception {
        try (LocalServices.Service service = LocalServices.http("ours".getBytes(UTF_8));
                ServerSocket stranger = new ServerSocket()) {
            stranger.bind(new InetSocketAddress(InetAddress.ofLiteral(other), 0));
            try (LiveForward forward = share(service.target(), stranger.getLocalPort(), bind)) {
                assertThat(new String(get(forward), UTF_8)).isEqualTo("ours");
            }
        }
    }

    @Test
    void noticesThatTheSessionDied() throws Exception {
        try (LocalServices.Service service = LocalServices.echo();
                LiveForward forward = share(service.target(), 0)) {
            SSHD.killSessions("KILL");
            assertThat(forward.awaitEnd().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        }
    }

    @Test
    void tellsTheVisitorsAddress() throws Exception {
        try (LocalServices.Service service = LocalServices.echo();
                LiveForward forward = share(service.target(), 0);
                Socket visitor = new Socket("127.0.0.1", forward.forward().port())) {
            visitor.getOutputStream().write("hello".getBytes(UTF_8));
            InputStream in = visitor.getInputStream();
            assertThat(new String(in.readNBytes(5), UTF_8)).isEqualTo("hello");
            assertThat(traffic.sample().visitors()).isEqualTo(1);
            visitor.shutdownOutput();
            Await.until(SOON, "the visitor leaves", () -> traffic.sample().visitors() == 0);
        }
    }

    private LiveForward share(Target target, int port) throws Exception {
        return share(target, port, "localhost");
    }

    private LiveForward share(Target target, int port, String bind) throws Exception {
        Share share = new Share("test", target, "real", port, bind);
        return links.open(
                SSHD.server(), share, new Doorway("test", Gate.OPEN, traffic, journal), _ -> {});
    }

    private static byte[] get(LiveForward forward) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create(forward.forward().link() + "/");
            return client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }
}
