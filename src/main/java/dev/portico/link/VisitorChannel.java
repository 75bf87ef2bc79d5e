package dev.portico.link;

import dev.portico.share.Traffic;
import dev.portico.share.Visit;
import dev.portico.share.Visitor;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// One visitor: an SSH channel on one side, a connection to the local service on the other.
///
/// The reader calls what arrives (`data`, `eof`, `close`, `windowGrew`, `visitorIsDeaf`);
/// everything that is sent, and the fields below the line, belong to the sender thread. Both sides
/// end for themselves (half-close); CLOSE goes out when both have ended, and the channel is gone
/// when the server's CLOSE is here too (RFC 4254, section 5.3). Whoever is sent away is gone before
/// that.
final class VisitorChannel implements Channel, Visit, Sender.Pumped, Inbound.Listener {
    private static final int PACKETS_A_TURN = 4;

    /// RFC 4254, section 5.2, and one packet that has left and is not counted yet.
    private static final long LARGEST_WINDOW = 0xffffffffL + Wire.MAX_DATA;

    private final Visitor visitor;
    private final RemoteForward forward;
    private final Sender sender;
    private final int id;
    private final int peer;
    private final int largestPacket;
    private final SocketChannel local;
    private final Inbound inbound;
    private final Traffic traffic;
    private volatile long granted;
    private volatile long used;
    private volatile long received;
    private volatile boolean starved;
    private volatile boolean closeReceived;
    // only the sender thread touches what follows
    private @Nullable SelectionKey key;
    private boolean eofSent;
    private boolean closeSent;
    private boolean left;

    VisitorChannel(
            RemoteForward forward,
            Visitor visitor,
            Opening opening,
            int id,
            SocketChannel local,
            ReceiveWindow window) {
        this.forward = forward;
        this.visitor = visitor;
        this.sender = forward.link().sender();
        this.id = id;
        this.peer = opening.peer();
        this.largestPacket = (int) Math.min(opening.largestPacket(), Wire.MAX_DATA);
        this.granted = opening.window();
        this.local = local;
        this.traffic = forward.doorway().traffic();
        this.inbound = new Inbound(local, forward.link().drain(), window, this);
    }

    /// Lets the visitor in. Sender thread.
    void confirm(int window) throws IOException {
        sender.send(
                new Outgoing(Wire.CHANNEL_OPEN_CONFIRMATION)
                        .int32(peer)
                        .int32(id)
                        .int32(window)
                        .int32(Wire.MAX_DATA));
    }

    /// Starts to read what the local service says. Sender thread.
    void begin() throws IOException {
        key = sender.register(local, this);
    }

    @Override
    public void data(ByteBuffer data) {
        int bytes = data.remaining();
        long before = received; // written by the reader alone
        received = before + bytes;
        traffic.received(bytes);
        inbound.deliver(data);
    }

    @Override
    public void windowGrew(long bytes) {
        long before = granted; // written by the reader alone
        granted = before + bytes;
        if (granted - used > LARGEST_WINDOW) {
            throw new ProtocolBreach("a window beyond four gigabytes");
        }
        if (starved) {
            starved = false;
            sender.execute(this::readOn);
        }
    }

    @Override
    public void eof() {
        inbound.eof();
    }

    @Override
    public void close() {
        closeReceived = true;
        inbound.abort();
        sender.execute(this::sendClose);
    }

    @Override
    public void request(String type, boolean wantsReply) {
        if (type.equals("eow@openssh.com")) {
            sender.execute(this::localEnded);
        }
        if (wantsReply) {
            sender.execute(() -> reply(Wire.CHANNEL_FAILURE));
        }
    }

    @Override
    public void sessionEnded() {
        inbound.drop();
        gone();
    }

    @Override
    public void credit(int bytes) {
        sender.execute(
                () -> {
                    if (!closeSent) {
                        sender.send(
                                new Outgoing(Wire.CHANNEL_WINDOW_ADJUST).int32(peer).int32(bytes));
                    }
                });
    }

    @Override
    public void finished() {
        sender.execute(this::closeIfEnded);
    }

    @Override
    public void pump() throws IOException {
        if (eofSent || closeSent) {
            return; // it was chosen before a task of the same turn ended this side
        }
        for (int i = 0; i < PACKETS_A_TURN; i++) {
            long room = granted - used;
            if (room <= 0 && !hasRoomAfterAll()) {
                return;
            }
            int most = (int) Math.min(largestPacket, granted - used);
            int bytes = readAndSend(most);
            if (bytes < most) {
                return;
            }
        }
    }

    @Override
    public Visitor visitor() {
        return visitor;
    }

    @Override
    public long sent() {
        return used;
    }

    @Override
    public long received() {
        return received;
    }

    /// Waits neither for what is queued nor for the server's CLOSE, which comes late when the
    /// visitor is slow: OpenSSH hangs up on him once he has what it took for him. That much cannot
    /// be taken back.
    @Override
    public void disconnect() {
        sender.execute(
                () -> {
                    inbound.drop();
                    sendClose();
                    leave();
                });
    }

    private int readAndSend(int most) throws IOException {
        try {
            int bytes = sender.sendFrom(local, peer, most);
            if (bytes > 0) {
                long before = used; // written by the sender alone
                used = before + bytes;
                traffic.sent(bytes);
            } else if (bytes < 0) {
                localEnded();
            }
            return bytes;
        } catch (LocalFailure _) {
            inbound.drop();
            sendClose(); // without EOF: the nearest that SSH has to a reset
            return -1;
        }
    }

    /// Stops reading for want of window; looks once more, as the window may have grown before the
    /// reader could see that.
    private boolean hasRoomAfterAll() {
        starved = true;
        if (granted - used > 0) {
            starved = false;
            return true;
        }
        interest(0);
        return false;
    }

    private void readOn() throws IOException {
        if (!eofSent && !closeSent) {
            interest(SelectionKey.OP_READ);
        }
    }

    private void localEnded() throws IOException {
        interest(0);
        if (!eofSent && !closeSent) {
            eofSent = true;
            sender.send(new Outgoing(Wire.CHANNEL_EOF).int32(peer));
        }
        closeIfEnded();
    }

    private void closeIfEnded() throws IOException {
        if (eofSent && inbound.isFinished()) {
            sendClose();
        }
        goneIfBothClosed();
    }

    private void sendClose() throws IOException {
        interest(0);
        if (!closeSent) {
            closeSent = true;
            sender.send(new Outgoing(Wire.CHANNEL_CLOSE).int32(peer));
        }
        goneIfBothClosed();
    }

    private void reply(int message) throws IOException {
        if (!closeSent) {
            sender.send(new Outgoing(message).int32(peer));
        }
    }

    /// What the visitor sent before leaving still belongs to the local service, so the socket
    /// outlives the channel.
    private void goneIfBothClosed() {
        if (closeSent && closeReceived && inbound.isFinished()) {
            gone();
        }
    }

    private void gone() {
        forward.link().channels().remove(id, this);
        leave();
    }

    /// The channel may stay: the server can send on it until its CLOSE is here.
    private void leave() {
        if (left) {
            return;
        }
        left = true;
        forward.visitors().remove(this);
        try {
            local.close();
        } catch (IOException e) {
            System.getLogger(VisitorChannel.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing", e);
        }
        inbound.release();
        forward.doorway().left(this);
    }

    private void interest(int ops) {
        if (key != null && key.isValid()) {
            key.interestOps(ops);
        }
    }
}
