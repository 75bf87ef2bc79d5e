package dev.portico.link;

import java.time.Duration;
import java.util.function.LongSupplier;

/// What the server may still send on one channel (RFC 4254, section 5.2), and when to let it send
/// more.
///
/// Credit is given only for what the local service took. The window starts small. Once the service
/// has taken half of it and keeps up, it grows: to 2 MiB at once while the session's budget is
/// ample, for each step costs a round trip; by a part of what is left when it is not.
///
/// A long line is idle while credit is late, so credit goes out in small steps; on a short one it
/// only costs time, so between two steps there is a pause, unless a quarter of the window waits.
/// Not thread-safe.
final class ReceiveWindow {
    static final int FIRST = 64 * 1024;
    static final int FLOOR = 4 * 1024;
    static final int LARGEST = 2 * 1024 * 1024;
    private static final int STEP = 64 * 1024;
    private static final int LARGEST_STEP = 512 * 1024;
    private static final long PAUSE = Duration.ofMillis(3).toNanos();
    private static final int PARTS_OF_BUDGET = 16;

    private final Budget budget;
    private final LongSupplier clock;
    private final int budgeted;
    private int size;
    private int open;
    private int taken;
    private int takenSinceGrowth;
    private long lastCredit;
    private boolean released;

    ReceiveWindow(Budget budget) {
        this(budget, System::nanoTime);
    }

    /// @param clock nanoseconds
    ReceiveWindow(Budget budget, LongSupplier clock) {
        this.budget = budget;
        this.clock = clock;
        lastCredit = clock.getAsLong();
        budgeted = budget.take(FIRST) ? FIRST : 0;
        size = Math.max(FLOOR, budgeted);
        open = size;
    }

    /// The size to announce when the channel opens.
    int size() {
        return size;
    }

    void arrived(int bytes) {
        if (bytes > open) {
            throw new ProtocolBreach("data beyond the window");
        }
        open -= bytes;
    }

    /// The local service took bytes.
    ///
    /// @param keepsUp whether nothing waits for it now
    /// @return bytes to give back to the server now; 0 to give them later
    int taken(int bytes, boolean keepsUp) {
        taken += bytes;
        takenSinceGrowth += bytes;
        if (!isDue()) {
            return 0;
        }
        int credit = taken + (keepsUp ? growth() : 0);
        open += credit;
        taken = 0;
        return credit;
    }

    private boolean isDue() {
        if (taken < Math.min(size / 2, STEP)) {
            return false;
        }
        long now = clock.getAsLong();
        if (taken < Math.min(size / 2, LARGEST_STEP) && now - lastCredit < PAUSE) {
            return false;
        }
        lastCredit = now;
        return true;
    }

    /// Gives back to the budget what this window had of it; from now on it does not grow.
    void release() {
        released = true;
        budget.giveBack(budgeted == 0 ? size - FLOOR : size);
    }

    private int growth() {
        if (released || takenSinceGrowth < size / 2 || size >= LARGEST) {
            return 0;
        }
        long part = Math.max(size, budget.left() / PARTS_OF_BUDGET);
        int grown = (int) Math.min(LARGEST - size, part);
        if (!budget.take(grown)) {
            return 0;
        }
        takenSinceGrowth = 0;
        size += grown;
        return grown;
    }
}
