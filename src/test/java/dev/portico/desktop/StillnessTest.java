package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Reach;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.Target;
import dev.portico.share.TrafficSample;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class StillnessTest {
    private final Stillness stillness = new Stillness();
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private long movements = 1;

    @Test
    void isStillOnceTheLastMinuteIsBehind() {
        looks(70, stopped(0));
        assertThat(isStillAfter(1, stopped(0))).isTrue();
    }

    @Test
    void isNotWhileTheLineOfTheLastMinuteRunsOut() {
        looks(70, stopped(0));
        looks(58, stopped(1));
        assertThat(isStillAfter(1, stopped(1))).isFalse();
    }

    @Test
    void isNotJustAfterAMovement() {
        looks(70, stopped(0));
        movements++;
        assertThat(isStillAfter(1, stopped(0))).isFalse();
        assertThat(isStillAfter(3, stopped(0))).isFalse();
        assertThat(isStillAfter(3, stopped(0))).isTrue();
    }

    @Test
    void isNotWhenAStateIsAnother() {
        looks(70, stopped(0));
        ShareState connecting =
                new ShareState.Connecting(
                        Stand.server("vps", "vps.example.com", "me"), 1, ShareState.Step.NAME);
        assertThat(isStillAfter(1, status(connecting, 0))).isFalse();
        looks(20, status(connecting, 0));
        assertThat(isStillAfter(1, status(connecting, 0))).isFalse();
    }

    @Test
    void looksNowAndThenAllTheSameForTheMinutes() {
        looks(70, stopped(0));
        long still = 0;
        for (int second = 0; second < 60; second++) {
            still += isStillAfter(1, stopped(0)) ? 1 : 0;
        }
        assertThat(still).isBetween(55L, 57L);
    }

    private void looks(int seconds, ShareStatus status) {
        for (int second = 0; second < seconds; second++) {
            isStillAfter(1, status);
        }
    }

    private boolean isStillAfter(int seconds, ShareStatus status) {
        now = now.plus(Duration.ofSeconds(seconds));
        return stillness.isStill(List.of(status), movements, now);
    }

    private static ShareStatus stopped(long sent) {
        return status(new ShareState.Stopped(ShareState.Reason.BY_USER), sent);
    }

    private static ShareStatus status(ShareState state, long sent) {
        Share share =
                new Share(
                        "site",
                        new Target.Tcp("localhost", 80),
                        List.of("vps"),
                        0,
                        "localhost",
                        false,
                        true);
        return new ShareStatus(
                share, state, Reach.UNKNOWN, true, new TrafficSample(sent, 0, 0, 0), List.of());
    }
}
