package dev.portico.link;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Global requests and their replies, which carry no number and so are matched by their order (RFC
/// 4254, section 4).
///
/// Every request waits for its reply here until it comes, also when nobody is interested any more:
/// one reply taken for another's would misplace all that follow.
final class GlobalRequests {

    /// @param port what a granted request for port 0 got; 0 when the reply names none
    /// @param words what the server said between the request and the reply
    /// @param roundTrip from the request leaving to the reply
    record Reply(boolean granted, int port, List<String> words, Duration roundTrip) {}

    private record Waiting(int mark, long sent, Consumer<Reply> then) {}

    private final Sender sender;
    private final ServerWords words;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    GlobalRequests(Sender sender, ServerWords words) {
        this.sender = sender;
        this.words = words;
    }

    /// @param then called on the reader thread, before the next packet is looked at
    void ask(Outgoing request, Consumer<Reply> then) {
        sender.execute(() -> send(request, then));
    }

    void replied(boolean granted, Incoming packet) {
        Waiting first = waiting.poll();
        if (first == null) {
            throw new ProtocolBreach("a reply to no request");
        }
        int port = granted && packet.remaining() >= 4 ? packet.int32() : 0;
        Duration took = Duration.ofNanos(System.nanoTime() - first.sent());
        first.then().accept(new Reply(granted, port, words.since(first.mark()), took));
    }

    static Outgoing request(String name) {
        return new Outgoing(Wire.GLOBAL_REQUEST).string(name).bool(true);
    }

    private void send(Outgoing request, Consumer<Reply> then) throws IOException {
        waiting.add(new Waiting(words.mark(), System.nanoTime(), then));
        sender.send(request);
    }
}
