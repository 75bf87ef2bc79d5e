package dev.portico.link;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The open channels of a session by their number. Looking up takes no lock; a number is free again
/// once its channel has been removed.
final class ChannelTable {
    /// More than this many at once are refused, whatever the server says.
    static final int MOST = 12_000;

    private final Deque<Integer> free = new ArrayDeque<>();
    private volatile @Nullable Channel[] slots = new Channel[64];
    private int used;

    /// @param made makes the channel from its number
    /// @return null when the table is full
    synchronized <C extends Channel> @Nullable C add(IntFunction<C> made) {
        if (used - free.size() >= MOST) {
            return null;
        }
        int id = free.isEmpty() ? used++ : free.pop();
        C channel = made.apply(id);
        @Nullable Channel[] now = slots;
        if (id >= now.length) {
            now = Arrays.copyOf(now, now.length * 2);
        }
        now[id] = channel;
        slots = now; // publishes the slot too
        return channel;
    }

    synchronized void remove(int id) {
        slots[id] = null;
        free.push(id);
    }

    @Nullable Channel find(int id) {
        @Nullable Channel[] now = slots;
        return id >= 0 && id < now.length ? now[id] : null;
    }

    synchronized int size() {
        return used - free.size();
    }

    void forEach(Consumer<Channel> action) {
        for (Channel channel : slots.clone()) {
            if (channel != null) {
                action.accept(channel);
            }
        }
    }
}
