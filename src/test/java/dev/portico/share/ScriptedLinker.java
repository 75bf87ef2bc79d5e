package dev.portico.share;

import dev.portico.fixture.PretendForward;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Answers as it is told, one answer for each request, and remembers what it was asked.
final class ScriptedLinker implements Linker {

    /// @param port that the share was to have
    record Ask(String server, int port) {}

    @FunctionalInterface
    private interface Answer {
        LiveForward give(Server server, Share share) throws ProblemException, InterruptedException;
    }

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Ask> asks = Collections.synchronizedList(new ArrayList<>());
    private final List<Doorway> doorways = Collections.synchronizedList(new ArrayList<>());
    private final List<PretendForward> opened = Collections.synchronizedList(new ArrayList<>());

    ScriptedLinker opens(int port) {
        return opens(port, () -> {});
    }

    ScriptedLinker opensAndSwallowsInterrupts(int port) {
        return opens(port, ScriptedLinker::swallowInterrupt);
    }

    ScriptedLinker fails(ProblemCode code) {
        return answer(
                (_, _) -> {
                    throw new ProblemException(Problem.of(code, "as told", "server", "fake"));
                });
    }

    ScriptedLinker breaks() {
        return answer(
                (_, _) -> {
                    throw new IllegalStateException("a bug");
                });
    }

    ScriptedLinker hangs() {
        return answer(
                (_, _) -> {
                    new CountDownLatch(1).await();
                    throw new AssertionError("unreachable");
                });
    }

    List<Ask> asks() {
        return List.copyOf(asks);
    }

    PretendForward opened(int index) {
        return opened.get(index);
    }

    /// Where the visitors of that request come in.
    Doorway doorway(int index) {
        return doorways.get(index);
    }

    int openedInAll() {
        return opened.size();
    }

    @Override
    public LiveForward open(Server server, Share share, Doorway doorway, Progress progress)
            throws ProblemException, InterruptedException {
        asks.add(new Ask(server.name(), share.port()));
        doorways.add(doorway);
        progress.reached(ShareState.Step.SIGN_IN);
        Answer answer;
        synchronized (answers) {
            answer = answers.isEmpty() ? null : answers.poll();
        }
        if (answer == null) {
            throw new AssertionError("nothing to answer to " + asks);
        }
        return answer.give(server, share);
    }

    private ScriptedLinker opens(int port, Runnable withdrawal) {
        return answer(
                (server, share) -> {
                    PretendForward forward =
                            new PretendForward(Forward.of(server, share, port), withdrawal);
                    opened.add(forward);
                    return forward;
                });
    }

    private static void swallowInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            // swallowed
        }
    }

    private ScriptedLinker answer(Answer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
        return this;
    }
}
