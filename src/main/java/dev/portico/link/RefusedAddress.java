package dev.portico.link;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Why a server refused a port of one of its addresses without a word: it says the same when it
/// lacks the address and when somebody else has the port. Where it opens another port of that
/// address, the address is there.
final class RefusedAddress {
    private static final long VISIT_SECONDS = 5;
    private static final byte[] NOTHING = {};

    private final Link link;
    private final Share share;

    RefusedAddress(Link link, Share share) {
        this.link = link;
        this.share = share;
    }

    /// What the refusal was, where it can be told better; blocks while the server is asked.
    Problem judge(Problem refusal) throws InterruptedException {
        return refusal.code() == ProblemCode.BIND_REFUSED && share.port() > 0 && isThere()
                ? Diagnosis.takenOn(link.server(), share)
                : refusal;
    }

    private boolean isThere() throws InterruptedException {
        try (TrialPorts trial = new TrialPorts(link)) {
            GlobalRequests.Reply reply = trial.open(RemoteForward.wireBind(share), 0);
            return reply.granted() || (Diagnosis.isForbidden(reply.words()) && somebodyListens());
        } catch (TimeoutException _) {
            return false;
        }
    }

    /// For servers that permit that one port only.
    private boolean somebodyListens() throws InterruptedException {
        ProbeChannel visit = ProbeChannel.open(link, share.bind(), share.port(), NOTHING);
        try {
            CompletableFuture<ProbeChannel.Outcome> outcome = visit.outcome();
            return outcome.get(VISIT_SECONDS, TimeUnit.SECONDS) == ProbeChannel.Outcome.CONNECTED;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            visit.end();
        }
    }
}
