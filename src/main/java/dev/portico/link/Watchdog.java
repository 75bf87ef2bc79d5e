package dev.portico.link;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Notices a server that has gone silent, by the bytes that arrive on the raw socket and on a clock
/// of its own, so that neither a blocked sender nor a half-read packet can mislead it.
///
/// A quiet server is asked whether it is there; only the time since the oldest question that
/// nothing followed counts against it. So one that pauses for five sixths of the limit is never
/// given up, and one that is gone is noticed within the limit.
///
/// On a line that is slow for what it carries, a question waits behind what was sent before it. So
/// questions are asked under load too, and what their answers took is granted to the next one.
final class Watchdog implements Runnable {
    private static final long SHORTEST_NAP = Duration.ofMillis(5).toNanos();
    private static final double QUIET = 0.08;
    private static final double PATIENCE = 0.855;
    private static final long UNDER_LOAD = Duration.ofSeconds(1).toNanos();
    private static final long QUICK_ANSWER = Duration.ofMillis(150).toNanos();

    private final Link link;
    private final RawSocket socket;
    private final long quiet;
    private final long patience;
    private final Queue<Long> questions = new ConcurrentLinkedQueue<>();
    private volatile long lastAnswerTook; // written by the reader

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
        long lastQuestion = asked;
        boolean waiting = false;
        long nap = quiet;
        try {
            while (!link.isOver()) {
                Thread.sleep(Duration.ofNanos(nap));
                long now = System.nanoTime();
                long heard = socket.lastHeard();
                waiting = waiting && heard - asked <= 0;
                boolean isQuiet = !waiting && now - heard > quiet;
                if (waiting && now - asked > patience + slowness(heard)) {
                    giveUp(now - heard);
                } else if (isQuiet || (questions.isEmpty() && now - lastQuestion > UNDER_LOAD)) {
                    waiting = waiting || isQuiet;
                    asked = isQuiet ? now : asked;
                    lastQuestion = now;
                    ask(now);
                }
                long since = waiting ? asked : heard;
                long until = waiting ? patience + slowness(heard) : quiet;
                nap = nap(since + until - now, now - lastQuestion);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is heard in the meantime only puts things off, so nothing is missed by sleeping: not
    /// longer than a server may be quiet, as it may be quiet from its answer on.
    private long nap(long left, long sinceQuestion) {
        long underLoad = UNDER_LOAD - sinceQuestion;
        long next = underLoad > 0 ? Math.min(left, underLoad) : left;
        return Math.clamp(next, SHORTEST_NAP, quiet);
    }

    private void ask(long now) {
        questions.add(now);
        link.keepAlive(
                () -> {
                    Long answered = questions.poll();
                    if (answered != null) {
                        lastAnswerTook = System.nanoTime() - answered;
                    }
                });
    }

    /// Twice what an answer takes, beyond what is usual: from the last answer, and from the oldest
    /// question that was still open when something else was heard.
    private long slowness(long heard) {
        Long open = questions.peek();
        long took = open == null ? lastAnswerTook : Math.max(lastAnswerTook, heard - open);
        return 2 * Math.max(0, took - QUICK_ANSWER);
    }

    private void giveUp(long silentNanos) {
        String raw = "nothing heard for " + Duration.ofNanos(silentNanos).toMillis() + " ms";
        link.close(Problem.of(ProblemCode.CONNECTION_LOST, raw, "server", link.server().name()));
    }
}
