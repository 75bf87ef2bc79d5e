package dev.portico.link;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A channel that may be our own visit coming back. Held until its first bytes tell, or for a
/// moment at most; then it is a visitor like any other.
///
/// Its monitor guards what arrived meanwhile; it is handed on, in order, to the channel that takes
/// this one's place.
final class HeldChannel implements Channel {
    private final RemoteForward forward;
    private final Opening opening;
    private final int id;
    private final ReceiveWindow window;
    private final List<byte[]> arrived = new ArrayList<>();
    private int arrivedBytes;
    private long grown;
    private boolean decided;
    private boolean eof;
    private boolean closed;
    private boolean closeSent;
    private @Nullable Channel successor;

    HeldChannel(RemoteForward forward, Opening opening, int id, ReceiveWindow window) {
        this.forward = forward;
        this.opening = opening;
        this.id = id;
        this.window = window;
    }

    int id() {
        return id;
    }

    Opening opening() {
        return opening;
    }

    ReceiveWindow window() {
        return window;
    }

    /// Takes the channel in and waits for what it says. Sender thread.
    void hold() throws IOException {
        sender().send(
                        new Outgoing(Wire.CHANNEL_OPEN_CONFIRMATION)
                                .int32(opening.peer())
                                .int32(id)
                                .int32(window.size())
                                .int32(Wire.MAX_DATA));
        Thread.ofVirtual()
                .name("held")
                .start(
                        () -> {
                            try {
                                Thread.sleep(forward.proof().mayHold());
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                            decide(false);
                        });
    }

    /// Hands everything on, from now on at once. Sender thread.
    synchronized void succeededBy(Channel channel) {
        successor = channel;
        channel.windowGrew(grown);
        arrived.forEach(bytes -> channel.data(ByteBuffer.wrap(bytes)));
        arrived.clear();
        if (eof) {
            channel.eof();
        }
        if (closed) {
            channel.close();
        }
    }

    /// Ends the channel: it was our own visit, or nobody takes the visitor. Sender thread.
    void end() throws IOException {
        if (!closeSent) {
            closeSent = true;
            sender().send(new Outgoing(Wire.CHANNEL_CLOSE).int32(opening.peer()));
        }
        goneIfBothClosed();
    }

    @Override
    public void data(ByteBuffer data) {
        boolean isProof;
        synchronized (this) {
            if (successor != null) {
                successor.data(data);
                return;
            }
            arrivedBytes += data.remaining();
            if (arrivedBytes > window.size()) {
                throw new ProtocolBreach("data beyond the window");
            }
            isProof = !decided && arrived.isEmpty() && forward.proof().cameBack(data);
            byte[] copy = new byte[data.remaining()];
            data.get(copy);
            arrived.add(copy);
        }
        decide(isProof);
    }

    @Override
    public synchronized void windowGrew(long bytes) {
        if (successor == null) {
            grown += bytes;
        } else {
            successor.windowGrew(bytes);
        }
    }

    @Override
    public void eof() {
        synchronized (this) {
            eof = true;
            if (successor != null) {
                successor.eof();
            }
        }
        decide(false);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (successor != null) {
                successor.close();
                return;
            }
        }
        sender().execute(this::goneIfBothClosed);
        decide(true); // one that is being connected closes as a visitor
    }

    @Override
    public void request(String type, boolean wantsReply) {
        sender().execute(() -> asked(type, wantsReply));
    }

    @Override
    public synchronized void sessionEnded() {
        if (successor == null) {
            window.release();
        }
    }

    /// Sender thread, the only one that names a successor.
    private void asked(String type, boolean wantsReply) throws IOException {
        if (closeSent) {
            return;
        }
        if (successor != null) {
            successor.request(type, wantsReply);
        } else if (wantsReply) {
            sender().send(new Outgoing(Wire.CHANNEL_FAILURE).int32(opening.peer()));
        }
    }

    private void decide(boolean isOurs) {
        synchronized (this) {
            if (decided) {
                return;
            }
            decided = true;
        }
        if (isOurs) {
            sender().execute(this::end);
        } else {
            forward.link().visits().admit(forward, this);
        }
    }

    private synchronized void goneIfBothClosed() {
        if (closeSent && closed && successor == null) {
            forward.link().channels().remove(id, this);
            window.release();
            successor = this;
        }
    }

    private Sender sender() {
        return forward.link().sender();
    }
}
