package dev.portico.link;

import dev.portico.share.Target;
import dev.portico.share.Verdict;
import dev.portico.share.Visitor;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.IntFunction;

/// Takes visitors in: asks the gate, connects to the local service, lets the visitor in or says why
/// not.
///
/// The gate is asked on the reader thread. A target on this computer is connected by the sender
/// thread, where that takes microseconds; any other by a virtual thread.
final class Visits {
    private static final String CROWDED = "too many visitors at once";

    /// @param held the channel that stood in for the visitor so far, if there was one
    private record Arrival(
            RemoteForward forward, Visitor visitor, Opening opening, @Nullable HeldChannel held) {}

    private final Link link;
    private int connecting; // belongs to the sender thread

    Visits(Link link) {
        this.link = link;
    }

    void arrived(RemoteForward forward, Opening opening) {
        if (opening.largestPacket() < 1) {
            refuse(opening, Wire.PROHIBITED, "no packet is small enough");
        } else if (forward.proof().mayBeOurs(opening.address())) {
            link.sender().execute(() -> hold(forward, opening));
        } else {
            Arrival arrival = new Arrival(forward, link.visitor(opening), opening, null);
            switch (forward.doorway().admit(arrival.visitor())) {
                case Verdict.Admit _ -> link.sender().execute(() -> connect(arrival));
                case Verdict.Refuse(String reason) -> refuse(opening, Wire.PROHIBITED, reason);
            }
        }
    }

    /// A channel that might have been our own visit is a visitor after all. Any thread.
    void admit(RemoteForward forward, HeldChannel held) {
        Opening opening = held.opening();
        Arrival arrival = new Arrival(forward, link.visitor(opening), opening, held);
        switch (forward.doorway().admit(arrival.visitor())) {
            case Verdict.Admit _ -> link.sender().execute(() -> connect(arrival));
            case Verdict.Refuse _ -> link.sender().execute(held::end);
        }
    }

    static Outgoing refusal(int peer, int reason, String words) {
        return new Outgoing(Wire.CHANNEL_OPEN_FAILURE)
                .int32(peer)
                .int32(reason)
                .string(words)
                .string("en");
    }

    /// Sender thread.
    private void hold(RemoteForward forward, Opening opening) throws IOException {
        ReceiveWindow window = new ReceiveWindow(link.budget());
        HeldChannel held = link.channels().add(id -> new HeldChannel(forward, opening, id, window));
        if (held == null) {
            window.release();
            refuse(opening, Wire.RESOURCE_SHORTAGE, CROWDED);
            return;
        }
        held.hold();
    }

    /// Sender thread.
    private void connect(Arrival arrival) throws IOException {
        if (arrival.held() == null && link.channels().size() + connecting >= ChannelTable.MOST) {
            refuse(arrival.opening(), Wire.RESOURCE_SHORTAGE, CROWDED);
            return;
        }
        connecting++;
        Target target = arrival.forward().share().target();
        switch (LocalConnect.atOnce(target)) {
            case LocalConnect.Elsewhere _ -> connectElsewhere(arrival, target);
            case LocalConnect.Outcome outcome -> settle(arrival, outcome);
        }
    }

    private void connectElsewhere(Arrival arrival, Target target) {
        Thread.ofVirtual()
                .name("connect-" + target.text())
                .start(
                        () -> {
                            LocalConnect.Outcome outcome = LocalConnect.patiently(target);
                            link.sender().execute(() -> settle(arrival, outcome));
                        });
    }

    /// Sender thread.
    private void settle(Arrival arrival, LocalConnect.Outcome outcome) throws IOException {
        if (!(outcome instanceof LocalConnect.Pending)) {
            connecting--;
        }
        switch (outcome) {
            case LocalConnect.Connected(SocketChannel local) -> introduce(arrival, local);
            case LocalConnect.Refused(String reason) -> foundNobody(arrival, reason);
            case LocalConnect.Pending pending ->
                    link.sender()
                            .awaitConnection(
                                    pending.local(),
                                    () -> settle(arrival, LocalConnect.finish(pending)));
            case LocalConnect.Elsewhere _ -> foundNobody(arrival, "nothing to connect to");
        }
    }

    /// Sender thread.
    private void introduce(Arrival arrival, SocketChannel local) throws IOException {
        if (hasTaken(local, introduction(arrival))) {
            letIn(arrival, local);
        } else {
            local.close();
            foundNobody(arrival, "the service did not take the PROXY header");
        }
    }

    private static ByteBuffer introduction(Arrival arrival) {
        RemoteForward forward = arrival.forward();
        return Introduction.of(
                forward.share().proxyHeader(), arrival.visitor(), forward.forward().port());
    }

    /// A new socket has room for a header at once, unless the service has left again.
    private static boolean hasTaken(SocketChannel local, ByteBuffer bytes) {
        try {
            if (bytes.hasRemaining()) {
                local.write(bytes);
            }
            return !bytes.hasRemaining();
        } catch (IOException _) {
            return false;
        }
    }

    /// Sender thread.
    private void letIn(Arrival arrival, SocketChannel local) throws IOException {
        RemoteForward forward = arrival.forward();
        HeldChannel held = arrival.held();
        ReceiveWindow window = held == null ? new ReceiveWindow(link.budget()) : held.window();
        IntFunction<VisitorChannel> made =
                id ->
                        new VisitorChannel(
                                forward, arrival.visitor(), arrival.opening(), id, local, window);
        VisitorChannel channel = held == null ? link.channels().add(made) : made.apply(held.id());
        if (channel == null) {
            local.close();
            window.release();
            refuse(arrival.opening(), Wire.RESOURCE_SHORTAGE, CROWDED);
            return;
        }
        forward.visitors().add(channel);
        forward.doorway().came(channel);
        if (held == null) {
            channel.confirm(window.size());
        } else {
            held.succeededBy(channel); // before the reader can find the new one
            link.channels().replace(held.id(), channel);
        }
        channel.begin();
    }

    /// Sender thread.
    private void foundNobody(Arrival arrival, String reason) throws IOException {
        arrival.forward().doorway().foundNobody(arrival.visitor(), reason);
        HeldChannel held = arrival.held();
        if (held == null) {
            refuse(arrival.opening(), Wire.CONNECT_FAILED, reason);
        } else {
            held.end();
        }
    }

    private void refuse(Opening opening, int code, String reason) {
        link.sender().execute(() -> link.sender().send(refusal(opening.peer(), code, reason)));
    }
}
