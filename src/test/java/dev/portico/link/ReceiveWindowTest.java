package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class ReceiveWindowTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int HALF = ReceiveWindow.FIRST / 2;

    @Test
    void aVisitorWhoIsServedGetsTheWholeWindowAtOnce() {
        ReceiveWindow window = new ReceiveWindow(new Budget(64 * MEGABYTE));
        assertThat(window.size()).isEqualTo(ReceiveWindow.FIRST);
        window.arrived(ReceiveWindow.FIRST);
        assertThat(window.taken(HALF - 1, true)).isZero();
        int credit = window.taken(1, true);
        assertThat(credit).isEqualTo(HALF + ReceiveWindow.LARGEST - ReceiveWindow.FIRST);
        window.arrived(credit);
        assertThatThrownBy(() -> window.arrived(1)).isInstanceOf(ProtocolBreach.class);
    }

    @Test
    void aServiceThatLagsBehindGetsNoMore() {
        ReceiveWindow window = new ReceiveWindow(new Budget(64 * MEGABYTE));
        window.arrived(ReceiveWindow.FIRST);
        assertThat(window.taken(HALF, false)).isEqualTo(HALF);
        assertThat(window.taken(HALF, false)).isEqualTo(HALF);
        assertThat(window.size()).isEqualTo(ReceiveWindow.FIRST);
    }

    @Test
    void creditOnAShortLineWaitsForAPauseOrForAQuarterOfTheWindow() {
        AtomicLong clock = new AtomicLong();
        ReceiveWindow window = new ReceiveWindow(new Budget(64 * MEGABYTE), clock::get);
        window.taken(HALF, true);
        assertThat(window.size()).isEqualTo(ReceiveWindow.LARGEST);
        assertThat(window.taken(MEGABYTE / 4, true)).isZero();
        clock.addAndGet(Duration.ofMillis(3).toNanos());
        assertThat(window.taken(1, true)).isEqualTo(MEGABYTE / 4 + 1);
        assertThat(window.taken(MEGABYTE / 2 - 1, true)).isZero();
        assertThat(window.taken(1, true)).isEqualTo(MEGABYTE / 2);
    }

    @Test
    void creditOnALongLineIsNotLate() {
        AtomicLong clock = new AtomicLong();
        ReceiveWindow window = new ReceiveWindow(new Budget(64 * MEGABYTE), clock::get);
        window.taken(HALF, true);
        clock.addAndGet(Duration.ofMillis(3).toNanos());
        assertThat(window.taken(MEGABYTE / 16 - 1, true)).isZero();
        assertThat(window.taken(1, true)).isEqualTo(MEGABYTE / 16);
    }

    @Test
    void whatArrivesAfterTheEndTakesNothingFromTheBudget() {
        Budget budget = new Budget(64 * MEGABYTE);
        ReceiveWindow window = new ReceiveWindow(budget);
        window.release();
        window.arrived(ReceiveWindow.FIRST);
        assertThat(window.taken(HALF, true)).isEqualTo(HALF);
        assertThat(budget.left()).isEqualTo(64 * MEGABYTE);
    }

    @Test
    void manyVisitorsShareTheBudgetAndGiveItAllBack() {
        Budget budget = new Budget(8 * MEGABYTE);
        List<ReceiveWindow> windows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ReceiveWindow window = new ReceiveWindow(budget);
            windows.add(window);
            for (int turn = 0; turn < 10; turn++) {
                int bytes = window.size() / 2;
                window.arrived(bytes);
                window.taken(bytes, true);
            }
        }
        assertThat(budget.left()).isNotNegative();
        assertThat(windows.getFirst().size()).isEqualTo(ReceiveWindow.LARGEST);
        assertThat(windows.getLast().size()).isGreaterThanOrEqualTo(ReceiveWindow.FLOOR);
        long promised = windows.stream().mapToLong(ReceiveWindow::size).sum();
        long unbudgeted = 200L * ReceiveWindow.FLOOR;
        assertThat(promised).isLessThanOrEqualTo(8 * MEGABYTE + unbudgeted);
        windows.forEach(ReceiveWindow::release);
        assertThat(budget.left()).isEqualTo(8 * MEGABYTE);
    }
}
