package dev.portico.link;

import dev.portico.share.Problem;
import dev.portico.share.Reach;
import dev.portico.share.Server;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// Visits a forward's own listener from inside the server: only what comes back proves that it is
/// ours.
///
/// sshd says yes when it could bind one of two address families, and the other may belong to
/// somebody else. So both loopback addresses are visited, and one stranger is enough to say no.
final class ForwardProof {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");
    private static final long OUTCOME_SECONDS = 10;
    private static final Duration LEAST = Duration.ofMillis(1_500);
    private static final Duration HOLD = Duration.ofMillis(300);
    private static final Duration PATIENT_HOLD = Duration.ofSeconds(2);

    /// What the visits found.
    sealed interface Result {
        /// @param roundTrip from the nonce leaving to its coming back
        /// @param at the address of the server where that was
        record Proven(Duration roundTrip, String at) implements Result {}

        /// The server lets us visit nothing, so it cannot be known.
        record NotFromInside() implements Result {}

        /// The server could not open the port on this address, and said yes all the same.
        record Half(String address) implements Result {}

        /// Somebody else listens on the port.
        record Stranger(String address) implements Result {}

        /// Nobody listens on the port, whatever the server said.
        record Nothing() implements Result {}

        /// What speaks against the port, if anything does.
        default Optional<Problem> problem(Server server, int port) {
            return switch (this) {
                case Proven _, NotFromInside _ -> Optional.empty();
                case Half(String address) -> Optional.of(Diagnosis.halfOpen(server, port, address));
                case Stranger(String address) ->
                        Optional.of(Diagnosis.strangerOn(server, port, address));
                case Nothing _ -> Optional.of(Diagnosis.notProven(server));
            };
        }
    }

    /// A nonce that is out and must come back, from an address that fits, before this is closed.
    final class Expected implements AutoCloseable {
        private final Nonce nonce = Nonce.random(RANDOM);
        private final Predicate<String> origin;
        private final CompletableFuture<Long> back = new CompletableFuture<>();

        private Expected(Predicate<String> origin) {
            this.origin = origin;
        }

        byte[] bytes() {
            return nonce.bytes();
        }

        /// When it came, in [System#nanoTime].
        CompletableFuture<Long> back() {
            return back;
        }

        @Override
        public void close() {
            out.remove(this);
        }
    }

    private record Visit(String address, ProbeChannel channel, Expected nonce, long began) {}

    private final RemoteForward forward;
    private volatile boolean patient;
    private final Set<Expected> out = ConcurrentHashMap.newKeySet();
    private volatile Optional<Reach.Proof> last = Optional.empty();

    ForwardProof(RemoteForward forward) {
        this.forward = forward;
    }

    /// Whether a channel from this address may be a visit of ours that is under way.
    boolean mayBeOurs(String address) {
        return !out.isEmpty() && out.stream().anyMatch(it -> it.origin.test(address));
    }

    /// Any thread; does not block.
    boolean cameBack(ByteBuffer data) {
        for (Expected expected : out) {
            if (expected.nonce.isIn(data)) {
                return expected.back.complete(System.nanoTime());
            }
        }
        return false;
    }

    /// Sends nothing yet: whoever expects a nonce takes it there.
    Expected expect(Predicate<String> origin) {
        Expected expected = new Expected(origin);
        out.add(expected);
        return expected;
    }

    static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }

    /// How long a channel that may be a visit of ours is held. Server-first protocols wait so long
    /// at most, and only while a visit is under way; a slow line takes longer to bring it back.
    Duration mayHold() {
        Duration slow = forward.roundTrip().multipliedBy(3);
        Duration usual = slow.compareTo(HOLD) > 0 ? slow : HOLD;
        return patient ? usual.plus(PATIENT_HOLD) : usual;
    }

    /// A stranger is believed only when a second, more patient visit meets him too.
    Result prove() throws InterruptedException {
        Result result = proveOnce();
        if (result instanceof Result.Stranger) {
            patient = true;
            result = proveOnce();
            patient = false;
        }
        last =
                result instanceof Result.Proven(Duration roundTrip, _)
                        ? Optional.of(new Reach.Proof(forward.doorway().now(), roundTrip))
                        : Optional.empty();
        return result;
    }

    /// The last time that every visit came back; empty when the one after it did not.
    Optional<Reach.Proof> last() {
        return last;
    }

    private Result proveOnce() throws InterruptedException {
        String bind = forward.share().bind();
        return switch (bind) {
            case "localhost", "*", "" -> visit(LOOPBACK);
            case "0.0.0.0" -> visit(List.of("127.0.0.1"));
            case "::" -> visit(List.of("::1"));
            default -> {
                Result result = visit(List.of(bind));
                // a server that may not open other addresses opens its own instead
                yield result instanceof Result.Nothing ? visit(LOOPBACK) : result;
            }
        };
    }

    /// Visits one address of the server from inside, whatever the share's own is.
    Result visit(String address) throws InterruptedException {
        return visit(List.of(address));
    }

    private Result visit(List<String> addresses) throws InterruptedException {
        List<Visit> visits = addresses.stream().map(this::begin).toList();
        List<Result> results = new ArrayList<>();
        try {
            for (Visit visit : visits) {
                results.add(await(visit));
            }
        } finally {
            for (Visit visit : visits) {
                visit.nonce().close();
                visit.channel().end();
            }
        }
        Result strongest =
                results.stream().max(Comparator.comparingInt(ForwardProof::rank)).orElseThrow();
        return isHalf(results, strongest) ? new Result.Half(addresses.getFirst()) : strongest;
    }

    /// A port for both families of which only IPv6 came about: the link says 127.0.0.1.
    private static boolean isHalf(List<Result> results, Result strongest) {
        return strongest instanceof Result.Proven && results.getFirst() instanceof Result.Nothing;
    }

    private Visit begin(String address) {
        // who visits a server at one of its addresses is seen to come from there
        Expected nonce = expect(from -> isLoopback(from) || from.equals(address));
        long began = System.nanoTime();
        ProbeChannel channel =
                ProbeChannel.open(forward.link(), address, forward.forward().port(), nonce.bytes());
        return new Visit(address, channel, nonce, began);
    }

    private Result await(Visit visit) throws InterruptedException {
        try {
            CompletableFuture<ProbeChannel.Outcome> outcome = visit.channel().outcome();
            CompletableFuture.anyOf(outcome, forward.link().end())
                    .get(OUTCOME_SECONDS, TimeUnit.SECONDS);
            return switch (outcome.getNow(ProbeChannel.Outcome.SESSION_OVER)) {
                case CONNECTED -> awaitNonce(visit);
                case PROHIBITED -> new Result.NotFromInside();
                case NOBODY_LISTENS, SESSION_OVER -> new Result.Nothing();
            };
        } catch (TimeoutException _) {
            return new Result.Nothing();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A slow line gets as much patience as it took to get there.
    private Result awaitNonce(Visit visit) throws InterruptedException, ExecutionException {
        long took = System.nanoTime() - visit.began();
        long patience = Math.max(LEAST.toNanos(), 3 * took) + mayHold().toNanos();
        CompletableFuture<Long> back = visit.nonce().back();
        try {
            CompletableFuture.anyOf(back, forward.link().end()).get(patience, TimeUnit.NANOSECONDS);
            return back.isDone()
                    ? new Result.Proven(
                            Duration.ofNanos(back.resultNow() - visit.began()), visit.address())
                    : new Result.Nothing();
        } catch (TimeoutException _) {
            return new Result.Stranger(visit.address());
        }
    }

    private static int rank(Result result) {
        return switch (result) {
            case Result.Nothing _ -> 0;
            case Result.NotFromInside _ -> 1;
            case Result.Proven _ -> 2;
            case Result.Half _ -> 3;
            case Result.Stranger _ -> 4;
        };
    }
}
