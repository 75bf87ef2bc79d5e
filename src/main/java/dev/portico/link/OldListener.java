package dev.portico.link;

import dev.portico.share.Share;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Visits whoever holds a port that was ours, to tell our own old session from a stranger: the old
/// session has nobody behind it and says nothing, whatever it hears.
///
/// The visit alone frees the port when the old session's connection is gone at our end but not at
/// the server's: the server then speaks to it, and is told so.
final class OldListener {
    private static final byte[] WORDS =
            "Portico asks who holds this port\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration[] PAUSES = {
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofMillis(300),
        Duration.ofMillis(500)
    };
    private static final long OUTCOME_SECONDS = 5;

    private final ProbeChannel visit;
    private final ProbeChannel.Outcome outcome;
    private int looks;

    OldListener(Link link, Share share) throws InterruptedException {
        visit = ProbeChannel.open(link, address(share.bind()), share.port(), WORDS);
        outcome = outcome();
    }

    /// Waits a moment; answers whether it is worth asking for the port again.
    boolean mayStillGo() throws InterruptedException {
        if (looks == PAUSES.length || outcome != ProbeChannel.Outcome.CONNECTED) {
            return false;
        }
        Duration pause = PAUSES[looks++];
        try {
            boolean spoke =
                    visit.answer().get(pause.toMillis(), TimeUnit.MILLISECONDS)
                            == ProbeChannel.Answer.SPOKE;
            if (!spoke) {
                Thread.sleep(pause); // it has gone, and its listener may be about to
            }
            return !spoke;
        } catch (TimeoutException _) {
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isSomebodyElses() {
        return switch (outcome) {
            case CONNECTED -> visit.answer().isDone();
            case NOBODY_LISTENS -> true;
            case PROHIBITED, SESSION_OVER -> false;
        };
    }

    void leave() {
        visit.end();
    }

    private ProbeChannel.Outcome outcome() throws InterruptedException {
        try {
            return visit.outcome().get(OUTCOME_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return ProbeChannel.Outcome.CONNECTED; // whoever it is takes no connection
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(String bind) {
        return switch (bind) {
            case "", "*", "0.0.0.0", "localhost" -> "127.0.0.1";
            case "::" -> "::1";
            default -> bind;
        };
    }
}
