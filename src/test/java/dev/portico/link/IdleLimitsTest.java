package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Server;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class IdleLimitsTest {
    private static final Server SERVER = Server.parse("me@vps");
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final IdleLimits limits = new IdleLimits(USUAL);

    @Test
    void oneEndTeachesNothing() {
        ends(5_600);
        assertThat(limits.every(SERVER)).isEqualTo(USUAL);
    }

    @Test
    void twoAlikeTeachTheLimit() {
        ends(5_600);
        ends(5_900);
        assertThat(limits.every(SERVER)).isEqualTo(Duration.ofMillis(2_950));
        assertThat(limits.every(Server.parse("me@other"))).isEqualTo(USUAL);
    }

    @Test
    void twoThatDifferDoNot() {
        ends(5_600);
        ends(25_000);
        assertThat(limits.every(SERVER)).isEqualTo(USUAL);
    }

    @Test
    void aServerThatIsStartedAnewInUseTeachesNothing() {
        ends(300);
        ends(310);
        assertThat(limits.every(SERVER)).isEqualTo(USUAL);
    }

    private void ends(long unusedMillis) {
        limits.endedByServer(SERVER, Duration.ofMillis(unusedMillis));
    }
}
