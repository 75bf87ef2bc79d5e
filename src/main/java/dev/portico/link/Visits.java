package dev.portico.link;

import dev.portico.share.Target;
import dev.portico.share.Verdict;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/// Takes visitors in: asks the gate, connects to the local service, lets the visitor in or says why
/// not.
///
/// The gate is asked on the reader thread. A target on this computer is connected by the sender
/// thread, where that takes microseconds; any other by a virtual thread.
final class Visits {
    private final Link link;

    Visits(Link link) {
        this.link = link;
    }

    void arrived(RemoteForward forward, Opening opening) {
        Verdict verdict = opening.largestPacket() < 1
                ? new Verdict.Refuse("the server allows no data")
                : forward.doorway().admit(opening.visitor());
        switch (verdict) {
            case Verdict.Admit _ -> link.sender().execute(() -> connect(forward, opening));
            case Verdict.Refuse(String reason) -> refuse(opening, Wire.PROHIBITED, reason);
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
    private void connect(RemoteForward forward, Opening opening) throws IOException {
        if (link.channels().size() >= ChannelTable.MOST) {
            link.sender().send(refusal(opening.peer(), Wire.RESOURCE_SHORTAGE, "too many visitors at once"));
            return;
        }
        Target target = forward.share().target();
        LocalConnect.Outcome outcome = LocalConnect.atOnce(target);
        switch (outcome) {
            case LocalConnect.Connected(SocketChannel local) -> letIn(forward, opening, local);
            case LocalConnect.Refused(String reason) -> foundNobody(forward, opening, reason);
            case LocalConnect.NotYet _ -> connectElsewhere(forward, opening, target);
        }
    }

    private void connectElsewhere(RemoteForward forward, Opening opening, Target target) {
        Thread.ofVirtual().name("connect-" + target.text()).start(() -> {
            LocalConnect.Outcome outcome = LocalConnect.patiently(target);
            link.sender().execute(() -> {
                switch (outcome) {
                    case LocalConnect.Connected(SocketChannel local) -> letIn(forward, opening, local);
                    case LocalConnect.Refused(String reason) -> foundNobody(forward, opening, reason);
                    case LocalConnect.NotYet _ -> throw new IllegalStateException("patience ends with an outcome");
                }
            });
        });
    }

    /// Sender thread.
    private void letIn(RemoteForward forward, Opening opening, SocketChannel local) throws IOException {
        ReceiveWindow window = new ReceiveWindow(link.budget());
        int announced = window.size();
        VisitorChannel channel =
                link.channels().add(id -> new VisitorChannel(forward, opening, id, local, window));
        if (channel == null || forward.isClosed()) {
            local.close();
            window.release();
            link.sender().send(refusal(opening.peer(), Wire.RESOURCE_SHORTAGE, "too many visitors at once"));
            return;
        }
        forward.visitors().add(channel);
        forward.doorway().came(channel);
        channel.confirm(announced);
    }

    /// Sender thread.
    private void foundNobody(RemoteForward forward, Opening opening, String reason) throws IOException {
        forward.doorway().foundNobody(opening.visitor(), reason);
        link.sender().send(refusal(opening.peer(), Wire.CONNECT_FAILED, reason));
    }

    private void refuse(Opening opening, int code, String reason) {
        link.sender().execute(() -> link.sender().send(refusal(opening.peer(), code, reason)));
    }
}
