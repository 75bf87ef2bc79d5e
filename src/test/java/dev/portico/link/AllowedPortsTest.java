package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.fixture.Listening;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.LiveForward;
import dev.portico.share.PortRange;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/// Where the profile says which ports may be used, an automatic one is one of these.
class AllowedPortsTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    private Journal journal;
    private Links links;

    @BeforeEach
    void start(@TempDir Path folder) {
        journal = new Journal(Clock.systemUTC());
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
    }

    @AfterEach
    void stop() {
        links.close();
        journal.close();
    }

    @Test
    void anAutomaticPortIsOneThatIsAllowed() throws Exception {
        int free = freeTogether(2);
        PortRange range = new PortRange(free, free + 1);
        try (LiveForward one = open(range, "web");
                LiveForward other = open(range, "web")) {
            assertThat(new int[] {one.forward().port(), other.forward().port()})
                    .containsExactlyInAnyOrder(free, free + 1);
            assertThat(Listening.on(free)).isTrue();
            assertThat(Listening.on(free + 1)).isTrue();
        }
        assertThat(Listening.on(free)).isFalse();
    }

    @Test
    void oneThatIsTakenIsPassedOver() throws Exception {
        int free = freeTogether(2);
        PortRange range = new PortRange(free, free + 1);
        int first = range.port("web".hashCode());
        try (ServerSocket _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
                LiveForward live = open(range, "web")) {
            assertThat(live.forward().port()).isNotEqualTo(first).isBetween(free, free + 1);
        }
    }

    @Test
    void aServerThatMayNotChooseItselfIsAskedForOneThatItPermits() throws Exception {
        int permitted = freeTogether(1);
        try (RealSshd strict = RealSshd.start("PermitListen localhost:" + permitted);
                LiveForward live =
                        open(strict.server(), new PortRange(permitted, permitted), "web")) {
            assertThat(live.forward().port()).isEqualTo(permitted);
        }
    }

    @Test
    void whereAllAreTakenThatIsSaid() throws Exception {
        int taken = freeTogether(1);
        PortRange range = new PortRange(taken, taken);
        try (ServerSocket _ = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> open(range, "web"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> {
                                assertThat(e.problem().code()).isEqualTo(ProblemCode.PORT_TAKEN);
                                assertThat(e.problem().title(Locale.ENGLISH))
                                        .isEqualTo(
                                                "None of the ports %d that were tried is free on real."
                                                        .formatted(taken));
                            });
        }
    }

    private LiveForward open(PortRange range, String share)
            throws ProblemException, InterruptedException {
        return open(SSHD.server(), range, share);
    }

    private LiveForward open(Server place, PortRange range, String share)
            throws ProblemException, InterruptedException {
        Server server = place.withPorts(Optional.of(range));
        Doorway doorway = new Doorway(share, Gate.OPEN, new Traffic(), journal);
        Share wish = new Share(share, Target.parse("9"), server.name(), 0, "localhost");
        return links.open(server, wish, doorway, _ -> {});
    }

    /// So many free ports side by side.
    private static int freeTogether(int number) throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = LocalServices.unusedPort();
            boolean free = port + number < 65_536;
            for (int i = 1; i < number; i++) {
                free &= !Listening.on(port + i);
            }
            if (free) {
                return port;
            }
        }
        throw new AssertionError("no free ports");
    }
}
