package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.ShareState.Reason;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Optional;

class ShareStateTest {
    private static final Server SERVER = Server.parse("me@vps");

    @ParameterizedTest(name = "{0} -> stopped:{1} not-started:{2} connecting:{3} open:{4} ..")
    @CsvSource({
        //           stopped not-started connecting open  waiting failed
        "stopped,    true,   true,       true,      false, false,  false",
        "connecting, true,   false,      true,      true,  true,   true",
        "open,       true,   true,       false,     false, true,   true",
        "waiting,    true,   true,       true,      false, true,   true",
        "failed,     true,   true,       true,      false, false,  false"
    })
    void movesAsTheTableSays(
            String from,
            boolean stopped,
            boolean notStarted,
            boolean connecting,
            boolean open,
            boolean waiting,
            boolean failed) {
        ShareState state = state(from);
        assertThat(state.canBecome(state("stopped"))).isEqualTo(stopped);
        assertThat(state.canBecome(new ShareState.Stopped(Reason.NOT_STARTED)))
                .isEqualTo(notStarted);
        assertThat(state.canBecome(state("connecting"))).isEqualTo(connecting);
        assertThat(state.canBecome(state("open"))).isEqualTo(open);
        assertThat(state.canBecome(state("waiting"))).isEqualTo(waiting);
        assertThat(state.canBecome(state("failed"))).isEqualTo(failed);
    }

    private static ShareState state(String name) {
        Problem problem = Problem.of(ProblemCode.CONNECTION_LOST, "", "server", "vps");
        Instant now = Instant.EPOCH;
        return switch (name) {
            case "stopped" -> new ShareState.Stopped(Reason.BY_USER);
            case "connecting" -> new ShareState.Connecting(SERVER, 1, ShareState.Step.NAME);
            case "open" -> new ShareState.Open(SERVER, new Forward("*", 1, "vps:1", "vps:1"), now);
            case "waiting" -> new ShareState.Waiting(SERVER, problem, 1, Optional.of(now));
            case "failed" -> new ShareState.Failed(problem);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
