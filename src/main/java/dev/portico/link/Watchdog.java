package dev.portico.link;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import java.time.Duration;

/// Notices a server that has gone silent, by the bytes that arrive on the raw socket and on a clock
/// of its own, so that neither a blocked sender nor a half-read packet can mislead it.
///
/// A quiet server is asked whether it is there; only the time since the oldest question that
/// nothing followed counts against it. So one that pauses for five sixths of the limit is never
/// given up, and one that is gone is noticed within the limit.
final class Watchdog implements Runnable {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final double QUIET = 0.08;
    private static final double PATIENCE = 0.855;

    private final Link link;
    private final RawSocket socket;
    private final long quiet;
    private final long patience;

    /// @param limit how long a server that is gone may go unnoticed
    Watchdog(Link link, RawSocket socket, Duration limit) {
        this.link = link;
        this.socket = socket;
        this.quiet = (long) (limit.toNanos() * QUIET);
        this.patience = (long) (limit.toNanos() * PATIENCE);
    }

    @Override
    public void run() {
        long asked = socket.lastHeard();
        boolean waiting = false;
        try {
            while (!link.isOver()) {
                Thread.sleep(TICK);
                long now = System.nanoTime();
                long heard = socket.lastHeard();
                waiting = waiting && heard - asked <= 0;
                if (waiting && now - asked > patience) {
                    giveUp(now - heard);
                } else if (!waiting && now - heard > quiet) {
                    waiting = true;
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
