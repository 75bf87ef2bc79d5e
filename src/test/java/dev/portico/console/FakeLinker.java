package dev.portico.console;

import dev.portico.share.Doorway;
import dev.portico.share.Forward;
import dev.portico.share.Linker;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A server that grants every port, without a network. The name of the server says how it behaves:
/// `closed` refuses, `stuck` never lets a listener go.
final class FakeLinker implements Linker {
    final Map<String, Server> servers = new ConcurrentHashMap<>();
    final Map<String, Doorway> doorways = new ConcurrentHashMap<>();
    final Map<String, Share> open = new ConcurrentHashMap<>();
    final Map<String, Problem> refusals = new ConcurrentHashMap<>();
    final BlockingQueue<Problem> ends = new LinkedBlockingQueue<>();
    private final AtomicInteger nextPort = new AtomicInteger(41_000);

    @Override
    public LiveForward open(
            Server server, Share share, Doorway doorway, Consumer<ShareState.Step> progress)
            throws ProblemException {
        servers.put(share.name(), server);
        doorways.put(share.name(), doorway);
        Problem refusal = refusals.get(server.host());
        if (refusal != null) {
            throw new ProblemException(refusal);
        }
        if (server.host().equals("closed")) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.AUTH_REFUSED,
                            "no\u001b[2J",
                            "server",
                            server.name(),
                            "user",
                            server.user()));
        }
        int port = share.port() == 0 ? nextPort.incrementAndGet() : share.port();
        open.put(share.name(), share);
        return new Live(Forward.of(server, share, port), server.host().equals("stuck"), share);
    }

    private final class Live implements LiveForward {
        private final Forward forward;
        private final boolean stuck;
        private final Share share;

        Live(Forward forward, boolean stuck, Share share) {
            this.forward = forward;
            this.stuck = stuck;
            this.share = share;
        }

        @Override
        public Forward forward() {
            return forward;
        }

        @Override
        public Problem awaitEnd() throws InterruptedException {
            return ends.take();
        }

        @Override
        public void close() {
            if (stuck) {
                neverReturn();
            }
            open.remove(share.name());
        }
    }

    private static void neverReturn() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                // stays stuck
            }
        }
    }
}
