package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Listening;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// A server with `GatewayPorts yes` opens everything to everyone, and says so only in passing.
class LeakTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests("GatewayPorts yes");

    @TempDir Path folder;
    private final Journal journal = new Journal(Clock.systemUTC());
    private Links links;

    @BeforeEach
    void open() {
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
    }

    @AfterEach
    void close() {
        links.close();
        journal.close();
    }

    @Test
    void aPrivateShareThatComesUpPublicIsWithdrawnAtOnce() throws Exception {
        int port = LocalServices.unusedPort();
        Problem problem = Problems.of(() -> share("localhost", port, false));
        assertThat(problem.code()).isEqualTo(ProblemCode.WIDER_THAN_ASKED);
        assertThat(problem.raw()).contains("GatewayPorts");
        Await.until(() -> !Listening.on(port));
    }

    @Test
    void itStaysOpenWhereTheUserAllowsThat() throws Exception {
        try (LiveForward forward = share("localhost", 0, true)) {
            assertThat(Listening.on(forward.forward().port())).isTrue();
        }
    }

    @Test
    void whoAsksForEveryoneGetsEveryone() throws Exception {
        try (LiveForward forward = share("*", 0, false)) {
            assertThat(Listening.on(forward.forward().port())).isTrue();
        }
    }

    private LiveForward share(String bind, int port, boolean allowWider) throws Exception {
        Share share =
                new Share(
                        "test", Target.parse("80"), List.of("real"), port, bind, allowWider, true);
        Doorway doorway = new Doorway("test", Gate.OPEN, new Traffic(), journal);
        return links.open(SSHD.server(), share, doorway, _ -> {});
    }
}
