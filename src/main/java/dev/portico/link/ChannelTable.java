package dev.portico.link;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// The open channels of a session by their number. Looking up takes no lock; a number is free again
/// once its channel has been removed.
final class ChannelTable {
    /// More than this many at once are refused, whatever the server says.
    static final int MOST = 12_000;

    private final Deque<Integer> free = new ArrayDeque<>();
    private volatile AtomicReferenceArray<@Nullable Channel> slots = new AtomicReferenceArray<>(64);
    private int used;

    /// @param made makes the channel from its number
    /// @return null when the table is full
    synchronized <C extends Channel> @Nullable C add(IntFunction<C> made) {
        if (size() >= MOST) {
            return null;
        }
        int id = free.isEmpty() ? used++ : free.pop();
        if (id >= slots.length()) {
            slots = grown(slots);
        }
        C channel = made.apply(id);
        slots.set(id, channel);
        return channel;
    }

    /// Puts another channel in the place of one that stands in the table.
    synchronized void replace(int id, Channel channel) {
        slots.set(id, channel);
    }

    /// Frees the channel's number. A channel that has left already leaves nothing: its number may
    /// be another's by now, and freed twice it would be given to two.
    synchronized void remove(int id, Channel channel) {
        if (slots.get(id) == channel) {
            slots.set(id, null);
            free.push(id);
        }
    }

    @Nullable Channel find(int id) {
        AtomicReferenceArray<@Nullable Channel> now = slots;
        return id >= 0 && id < now.length() ? now.get(id) : null;
    }

    synchronized int size() {
        return used - free.size();
    }

    void forEach(Consumer<Channel> action) {
        AtomicReferenceArray<@Nullable Channel> now = slots;
        for (int id = 0; id < now.length(); id++) {
            Channel channel = now.get(id);
            if (channel != null) {
                action.accept(channel);
            }
        }
    }

    private static AtomicReferenceArray<@Nullable Channel> grown(
            AtomicReferenceArray<@Nullable Channel> old) {
        AtomicReferenceArray<@Nullable Channel> larger =
                new AtomicReferenceArray<>(old.length() * 2);
        for (int id = 0; id < old.length(); id++) {
            larger.setPlain(id, old.get(id));
        }
        return larger;
    }
}
