package dev.portico.link;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        record Proven(Duration roundTrip) implements Result {}

        /// The server lets us visit nothing, so it cannot be known.
        record NotFromInside() implements Result {}

        /// The server could not open the port on this address, and said yes all the same.
        record Half(String address) implements Result {}

        /// Somebody else listens on the port.
        record Stranger(String address) implements Result {}

        /// Nobody listens on the port, whatever the server said.
        record Nothing() implements Result {}
    }

    private record Visit(
            String address,
            ProbeChannel channel,
            Nonce nonce,
            CompletableFuture<Long> back,
            long began) {}

    private final RemoteForward forward;
    private volatile boolean patient;
    private final Map<Nonce, CompletableFuture<Long>> out = new ConcurrentHashMap<>();

    ForwardProof(RemoteForward forward) {
        this.forward = forward;
    }

    /// Whether a channel from the server's loopback may be a visit of ours.
    boolean isUnderWay() {
        return !out.isEmpty();
    }

    /// Any thread; does not block.
    boolean cameBack(ByteBuffer data) {
        for (Map.Entry<Nonce, CompletableFuture<Long>> visit : out.entrySet()) {
            if (visit.getKey().isIn(data)) {
                return visit.getValue().complete(System.nanoTime());
            }
        }
        return false;
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
        return result;
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

    private Result visit(List<String> addresses) throws InterruptedException {
        List<Visit> visits = addresses.stream().map(this::begin).toList();
        List<Result> results = new ArrayList<>();
        try {
            for (Visit visit : visits) {
                results.add(await(visit));
            }
        } finally {
            for (Visit visit : visits) {
                out.remove(visit.nonce());
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
        Link link = forward.link();
        Nonce nonce = Nonce.random(RANDOM);
        CompletableFuture<Long> back = new CompletableFuture<>();
        out.put(nonce, back);
        ProbeChannel channel = link.channels().add(id -> new ProbeChannel(link, nonce, id));
        if (channel == null) {
            throw new IllegalStateException("no channel is free");
        }
        long began = System.nanoTime();
        channel.open(address, forward.forward().port());
        return new Visit(address, channel, nonce, back, began);
    }

    private Result await(Visit visit) throws InterruptedException {
        try {
            ProbeChannel.Outcome outcome =
                    visit.channel().outcome().get(OUTCOME_SECONDS, TimeUnit.SECONDS);
            return switch (outcome) {
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
        try {
            long patience = Math.max(LEAST.toNanos(), 3 * took) + mayHold().toNanos();
            long back = visit.back().get(patience, TimeUnit.NANOSECONDS);
            return new Result.Proven(Duration.ofNanos(back - visit.began()));
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
