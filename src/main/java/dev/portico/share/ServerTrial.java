package dev.portico.share;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Tries a server out, saved or not: takes every step of a share with a session of its own, opens
/// one port for a moment, lets nobody in, and closes it again. Any thread may look.
public final class ServerTrial {
    private static final String SHARE = "test";
    private static final Target NOWHERE = new Target.Tcp("localhost", 9);
    private static final long LOOK_SECONDS = 30;

    /// What is tried, in this order.
    public enum Check {
        NAME,
        TCP,
        SSH_VERSION,
        HOST_KEY,
        SIGN_IN,
        FORWARDING,
        PROVEN_INSIDE,
        EXPOSURE
    }

    /// Why something was not tried, or could not be told.
    public enum Why {
        EARLIER_FAILED,
        CANCELLED,
        NOT_FROM_INSIDE,
        CANNOT_TELL
    }

    /// Where a check stands.
    public sealed interface Outcome {
        record Ahead() implements Outcome {}

        record Running(Instant since) implements Outcome {}

        record Passed(Duration took) implements Outcome {}

        record Failed(Problem problem, Duration took) implements Outcome {}

        record Skipped(Why why) implements Outcome {}
    }

    /// @param outcomes of every check, in order
    /// @param over the port is closed, and the session at its end
    public record Seen(
            Server server,
            Map<Check, Outcome> outcomes,
            Map<Progress.Fact, String> facts,
            Optional<Reach> reach,
            boolean over) {
        public Seen {
            outcomes = new EnumMap<>(outcomes);
            facts = Map.copyOf(facts);
        }

        public Outcome of(Check check) {
            return Objects.requireNonNull(outcomes.get(check));
        }
    }

    private final Linker linker;
    private final Server server;
    private final InstantSource clock;
    private final Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
    private final Map<Progress.Fact, String> facts = new EnumMap<>(Progress.Fact.class);
    private Optional<Reach> reach = Optional.empty();
    private @Nullable Thread thread;
    private boolean over;

    ServerTrial(Linker linker, Server server, InstantSource clock) {
        this.linker = linker;
        this.server = server;
        this.clock = clock;
        Stream.of(Check.values()).forEach(check -> outcomes.put(check, new Outcome.Ahead()));
    }

    synchronized void start() {
        begin(Check.NAME);
        thread = Thread.ofVirtual().name("test-" + server.name()).start(this::run);
    }

    /// Returns at once; it is over when the port is closed.
    public synchronized void cancel() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    public synchronized Seen seen() {
        return new Seen(server, outcomes, facts, reach, over);
    }

    private void run() {
        try {
            open();
        } catch (ProblemException e) {
            failed(e.problem());
        } catch (InterruptedException _) {
            skipTheRest(Why.CANCELLED);
        } catch (RuntimeException | Error e) {
            System.getLogger(ServerTrial.class.getName())
                    .log(System.Logger.Level.ERROR, "the test failed", e);
            failed(Problem.of(ProblemCode.INTERNAL, e.toString()));
        } finally {
            end();
        }
    }

    private void open() throws ProblemException, InterruptedException {
        CompletableFuture<Reach> known = new CompletableFuture<>();
        // not the journal of the shares: nobody is to hear of this one
        try (Journal journal = new Journal(clock.withZone(ZoneOffset.UTC))) {
            journal.read(
                    event -> {
                        if (event instanceof ShareEvent.ReachChanged changed) {
                            known.complete(changed.reach());
                        }
                    });
            Gate closed = _ -> new Verdict.Refuse("this is a test");
            Doorway doorway = new Doorway(SHARE, closed, new Traffic(), journal);
            String bind = server.bind().orElse("localhost");
            Share share = new Share(SHARE, NOWHERE, server.name(), 0, bind);
            try (LiveForward live = linker.open(server, share, doorway, new Steps())) {
                opened();
                lookAround(live, known);
            }
        }
    }

    /// The forward finds out by itself who can open it, while somebody waits for its end.
    private void lookAround(LiveForward live, CompletableFuture<Reach> known)
            throws ProblemException, InterruptedException {
        Thread waiting = Thread.ofVirtual().name("test-watch").start(() -> await(live, known));
        try {
            exposed(known.get(LOOK_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException _) {
            exposed(Reach.UNKNOWN);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            waiting.interrupt();
        }
    }

    private static void await(LiveForward live, CompletableFuture<Reach> known) {
        try {
            known.completeExceptionally(new ProblemException(live.awaitEnd()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Steps implements Progress {
        @Override
        public void reached(ShareState.Step step) {
            begin(
                    switch (step) {
                        case NAME -> Check.NAME;
                        case TCP -> Check.TCP;
                        case HOST_KEY -> Check.SSH_VERSION;
                        case SIGN_IN -> Check.SIGN_IN;
                        case PORT -> Check.FORWARDING;
                        case PROOF -> Check.PROVEN_INSIDE;
                    });
        }

        @Override
        public void found(Fact fact, String words) {
            synchronized (ServerTrial.this) {
                facts.put(fact, words);
            }
            if (fact == Fact.SOFTWARE) {
                begin(Check.HOST_KEY);
            }
        }
    }

    /// What comes before it has passed; what comes after it is ahead, once more where a server on
    /// the way had taken these steps before.
    private synchronized void begin(Check now) {
        if (over || outcomes.get(now) instanceof Outcome.Running) {
            return;
        }
        for (Check check : Check.values()) {
            if (check.compareTo(now) < 0) {
                pass(check);
            } else if (check.compareTo(now) > 0) {
                outcomes.put(check, new Outcome.Ahead());
            }
        }
        outcomes.put(now, new Outcome.Running(clock.instant()));
    }

    private void pass(Check check) {
        switch (Objects.requireNonNull(outcomes.get(check))) {
            case Outcome.Ahead _ -> outcomes.put(check, new Outcome.Passed(Duration.ZERO));
            case Outcome.Running _ -> outcomes.put(check, new Outcome.Passed(took(check)));
            case Outcome.Passed _, Outcome.Failed _, Outcome.Skipped _ -> {}
        }
    }

    private synchronized void opened() {
        begin(Check.EXPOSURE);
        if (!facts.containsKey(Progress.Fact.ROUND_TRIP)) {
            outcomes.put(Check.PROVEN_INSIDE, new Outcome.Skipped(Why.NOT_FROM_INSIDE));
        }
    }

    private synchronized void exposed(Reach found) {
        reach = Optional.of(found);
        Duration took = took(Check.EXPOSURE);
        Outcome outcome =
                found.exposure() == Exposure.UNKNOWN
                        ? new Outcome.Skipped(Why.CANNOT_TELL)
                        : new Outcome.Passed(took);
        outcomes.put(
                Check.EXPOSURE,
                found.concern()
                        .<Outcome>map(problem -> new Outcome.Failed(problem, took))
                        .orElse(outcome));
    }

    private synchronized void failed(Problem problem) {
        Check failed =
                switch (problem.code()) {
                    case NOT_SSH -> Check.SSH_VERSION;
                    case WIDER_THAN_ASKED -> Check.EXPOSURE;
                    default -> running();
                };
        if (failed == Check.EXPOSURE) {
            pass(Check.FORWARDING); // or nobody could know
        }
        outcomes.put(failed, new Outcome.Failed(problem, took(failed)));
        skipTheRest(Why.EARLIER_FAILED);
    }

    private synchronized void skipTheRest(Why why) {
        outcomes.replaceAll(
                (_, outcome) ->
                        switch (outcome) {
                            case Outcome.Ahead _, Outcome.Running _ -> new Outcome.Skipped(why);
                            case Outcome.Passed _, Outcome.Failed _, Outcome.Skipped _ -> outcome;
                        });
    }

    private synchronized void end() {
        over = true;
    }

    private Check running() {
        return Stream.of(Check.values())
                .filter(check -> outcomes.get(check) instanceof Outcome.Running)
                .findFirst()
                .orElse(Check.EXPOSURE);
    }

    private Duration took(Check check) {
        return outcomes.get(check) instanceof Outcome.Running(Instant since)
                ? Duration.between(since, clock.instant())
                : Duration.ZERO;
    }
}
