package dev.portico.share;

import java.util.concurrent.atomic.LongAdder;

/// The counters of a share over all its sessions. Written where bytes pass, by any thread; never
/// reset.
public final class Traffic {
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder came = new LongAdder();
    private final LongAdder left = new LongAdder();

    /// @param bytes from the local service to a visitor
    public void sent(int bytes) {
        sent.add(bytes);
    }

    /// @param bytes from a visitor to the local service
    public void received(int bytes) {
        received.add(bytes);
    }

    public void came() {
        came.increment();
    }

    public void left() {
        left.increment();
    }

    public TrafficSample sample() {
        long gone = left.sum();
        long all = came.sum();
        return new TrafficSample(sent.sum(), received.sum(), (int) Math.max(0, all - gone), all);
    }
}
