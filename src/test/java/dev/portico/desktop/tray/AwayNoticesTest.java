package dev.portico.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Notices;
import dev.portico.fixture.MovableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Where the user is told of what happens.
class AwayNoticesTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T14:00:00Z"));
    private final List<String> inWindow = new ArrayList<>();
    private final List<String> bySystem = new ArrayList<>();
    private boolean away = true;
    private final AwayNotices notices =
            new AwayNotices(new Window(), new Told(), () -> away, clock);

    @Test
    void whoSeesTheWindowIsToldThere() {
        away = false;
        notices.say(Mark.PASSED, "open", "http://a");
        notices.say(Mark.PASSED, "open", "http://a");
        assertThat(inWindow).containsExactly("open", "open");
        assertThat(bySystem).isEmpty();
    }

    @Test
    void whoDoesNotIsToldByTheSystemOnceInAMinute() {
        notices.say(Mark.RETRY, "lost", "");
        clock.move(Duration.ofSeconds(59));
        notices.say(Mark.RETRY, "lost", "");
        notices.say(Mark.PASSED, "back", "");
        assertThat(bySystem).containsExactly("lost", "back");
        clock.move(Duration.ofSeconds(1));
        notices.say(Mark.RETRY, "lost", "");
        assertThat(bySystem).containsExactly("lost", "back", "lost");
        assertThat(inWindow).isEmpty();
    }

    @Test
    void whatComesByItselfIsToldOnceInAMinuteThereToo() {
        away = false;
        notices.sayOnce(Mark.RETRY, "lost", "");
        notices.sayOnce(Mark.RETRY, "lost", "");
        assertThat(inWindow).containsExactly("lost");
        clock.move(Duration.ofMinutes(1));
        notices.sayOnce(Mark.RETRY, "lost", "");
        assertThat(inWindow).containsExactly("lost", "lost");
        assertThat(bySystem).isEmpty();
    }

    private final class Window implements Notices {
        @Override
        public Runnable say(Mark mark, String first, String second) {
            inWindow.add(first);
            return () -> {};
        }

        @Override
        public void offer(Mark mark, String first, String action, Runnable run) {
            inWindow.add(first);
        }
    }

    private final class Told implements Tray {
        @Override
        public void start(Consumer<TrayAction> actions, Runnable gone) {}

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void show(TraySight sight) {}

        @Override
        public void tell(String title, String text) {
            bySystem.add(title);
        }

        @Override
        public void close() {}
    }
}
