package dev.portico.link;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import java.time.Duration;

/// Notices a server that has gone silent, by the bytes that arrive on the raw socket and on a clock
/// of its own, so that neither a blocked sender nor a half-read packet can mislead it.
final class Watchdog implements Runnable {
    private static final Duration TICK = Duration.ofMillis(100);

    /// A server is given up after this many times the interval at which it is asked.
    private static final double PATIENCE = 2.8;

    private final Link link;
    private final RawSocket socket;
    private final Duration interval;

    Watchdog(Link link, RawSocket socket, Duration interval) {
        this.link = link;
        this.socket = socket;
        this.interval = interval;
    }

    @Override
    public void run() {
        long asked = socket.lastHeard();
        try {
            while (!link.isOver()) {
                Thread.sleep(TICK);
                long now = System.nanoTime();
                long silent = now - socket.lastHeard();
                if (silent > interval.toNanos() * PATIENCE) {
                    giveUp(silent);
                } else if (Math.min(silent, now - asked) > interval.toNanos()) {
                    asked = now;
                    link.keepAlive();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp(long silentNanos) {
        String raw = "nothing heard for " + Duration.ofNanos(silentNanos).toMillis() + " ms";
        link.close(Problem.of(ProblemCode.CONNECTION_LOST, raw, "server", link.server().name()));
    }
}
