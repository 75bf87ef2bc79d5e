package dev.portico.share;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Answers as it is told, one answer for each request, and remembers what it was asked.
final class FakeLinker implements Linker {

    /// @param port that the share was to have
    record Ask(String server, int port) {}

    @FunctionalInterface
    private interface Answer {
        LiveForward give(Server server, Share share) throws ProblemException, InterruptedException;
    }

    /// An open forward; it ends when the test says so.
    static final class Live implements LiveForward {
        private final Forward forward;
        private final boolean swallowsInterrupts;
        private final CompletableFuture<Problem> end = new CompletableFuture<>();
        private final Semaphore closing = new Semaphore(0);
        private volatile boolean closed;

        Live(Forward forward, boolean swallowsInterrupts) {
            this.forward = forward;
            this.swallowsInterrupts = swallowsInterrupts;
        }

        void end(ProblemCode code) {
            end.complete(Problem.of(code, "", "server", "fake", "port", "1"));
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public Forward forward() {
            return forward;
        }

        @Override
        public Problem awaitEnd() throws InterruptedException {
            try {
                return end.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            if (swallowsInterrupts) {
                try {
                    closing.acquire();
                } catch (InterruptedException _) {
                    closed = true;
                }
            }
            closed = true;
        }
    }

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Ask> asks = Collections.synchronizedList(new ArrayList<>());
    private final List<Live> opened = Collections.synchronizedList(new ArrayList<>());

    FakeLinker opens(int port) {
        return opens(port, false);
    }

    FakeLinker opensAndSwallowsInterrupts(int port) {
        return opens(port, true);
    }

    FakeLinker fails(ProblemCode code) {
        return answer(
                (_, _) -> {
                    throw new ProblemException(Problem.of(code, "as told", "server", "fake"));
                });
    }

    FakeLinker breaks() {
        return answer(
                (_, _) -> {
                    throw new IllegalStateException("a bug");
                });
    }

    FakeLinker hangs() {
        return answer(
                (_, _) -> {
                    new CountDownLatch(1).await();
                    throw new AssertionError("unreachable");
                });
    }

    List<Ask> asks() {
        return List.copyOf(asks);
    }

    Live opened(int index) {
        return opened.get(index);
    }

    int openedInAll() {
        return opened.size();
    }

    @Override
    public LiveForward open(
            Server server, Share share, Doorway doorway, Consumer<ShareState.Step> progress)
            throws ProblemException, InterruptedException {
        asks.add(new Ask(server.name(), share.port()));
        progress.accept(ShareState.Step.SIGN_IN);
        Answer answer;
        synchronized (answers) {
            answer = answers.isEmpty() ? null : answers.poll();
        }
        if (answer == null) {
            throw new AssertionError("nothing to answer to " + asks);
        }
        return answer.give(server, share);
    }

    private FakeLinker opens(int port, boolean swallowsInterrupts) {
        return answer(
                (server, share) -> {
                    Live live = new Live(Forward.of(server, share, port), swallowsInterrupts);
                    opened.add(live);
                    return live;
                });
    }

    private FakeLinker answer(Answer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
        return this;
    }
}
