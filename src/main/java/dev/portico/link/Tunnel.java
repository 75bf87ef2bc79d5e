package dev.portico.link;

import dev.portico.share.Plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/// A connection that a jump server makes for us (`direct-tcpip`, RFC 4254, section 7.2), as a line
/// to read and write for the next session. The jump server's link is the tunnel's own, and ends
/// with it.
///
/// Assumed: one reader, one writer. Guaranteed: the jump server's reader and sender never wait for
/// either; at most one window waits to be read, and at most [#MOST_UNSENT] bytes to be sent.
final class Tunnel implements Channel {

    private static final int MOST_UNSENT = 1 << 20;
    private static final long LARGEST_WINDOW = 0xffffffffL + MOST_UNSENT;

    private final Link link;
    private final int id;
    private final ReceiveWindow window;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final Deque<ByteBuffer> arrived = new ArrayDeque<>();
    // what follows is guarded by this
    private int peer;
    private long room;
    private int largest;
    private int unsent;
    private boolean eof;
    private boolean deaf;
    private boolean closed;
    // belongs to the sender thread of the link
    private boolean closeSent;

    private Tunnel(Link link, int id) {
        this.link = link;
        this.id = id;
        this.window = new ReceiveWindow(link.budget());
    }

    /// Blocks until the jump server has answered, or its session has ended.
    ///
    /// @param link of the jump server; closed with the line
    static ByteChannel through(Link link, String host, int port) throws IOException {
        Tunnel tunnel = link.channels().add(id -> new Tunnel(link, id));
        if (tunnel == null) {
            throw new IOException("no channel is free");
        }
        tunnel.askFor(host, port);
        try {
            tunnel.opened.get();
            return new TunnelLine(tunnel);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void askFor(String host, int port) {
        Outgoing open =
                new Outgoing(Wire.CHANNEL_OPEN)
                        .string("direct-tcpip")
                        .int32(id)
                        .int32(window.size())
                        .int32(Wire.MAX_DATA)
                        .string(host)
                        .int32(port)
                        .string("127.0.0.1")
                        .int32(0);
        link.sender().execute(() -> link.sender().send(open));
        link.end().thenAccept(_ -> over());
    }

    int read(ByteBuffer to) throws IOException {
        int bytes = 0;
        int credit;
        synchronized (this) {
            awaitData();
            if (closed) {
                throw lost();
            }
            if (arrived.isEmpty()) {
                return -1;
            }
            for (ByteBuffer next = arrived.peek(); next != null && to.hasRemaining(); ) {
                int piece = Math.min(next.remaining(), to.remaining());
                to.put(to.position(), next, next.position(), piece);
                to.position(to.position() + piece);
                next.position(next.position() + piece);
                bytes += piece;
                if (!next.hasRemaining()) {
                    arrived.remove();
                    next = arrived.peek();
                }
            }
            credit = window.taken(bytes, arrived.isEmpty());
        }
        if (credit > 0) {
            toPeer(() -> new Outgoing(Wire.CHANNEL_WINDOW_ADJUST).int32(peer()).int32(credit));
        }
        return bytes;
    }

    int write(ByteBuffer from) throws IOException {
        byte[] piece;
        synchronized (this) {
            awaitRoom();
            if (closed || deaf) {
                throw lost();
            }
            piece = new byte[(int) Math.min(from.remaining(), Math.min(room, largest))];
            from.get(piece);
            room -= piece.length;
            unsent += piece.length;
        }
        toPeer(
                () -> {
                    sent(piece.length);
                    return new Outgoing(Wire.CHANNEL_DATA).int32(peer()).string(piece);
                });
        return piece.length;
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    /// Ends the tunnel and the jump server's link with it.
    void hangUp() {
        setClosed();
        link.close(Links.closedByUs(link.server()));
    }

    private synchronized void setClosed() {
        closed = true;
        notifyAll();
    }

    @Override
    public void data(ByteBuffer data) {
        ByteBuffer copy = ByteBuffer.allocate(data.remaining()).put(data).flip();
        synchronized (this) {
            if (eof) {
                throw new ProtocolBreach("data after the end of data");
            }
            window.arrived(copy.remaining());
            if (!closed) {
                arrived.add(copy);
                notifyAll();
            }
        }
    }

    @Override
    public synchronized void windowGrew(long bytes) {
        room += bytes;
        if (room > LARGEST_WINDOW) {
            throw new ProtocolBreach("a window beyond four gigabytes");
        }
        notifyAll();
    }

    @Override
    public synchronized void eof() {
        eof = true;
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            deaf = true;
        }
        eof();
        link.sender()
                .execute(
                        () -> {
                            sendClose();
                            leave();
                        });
    }

    @Override
    public void request(String type, boolean wantsReply) {
        if (wantsReply) {
            toPeer(() -> new Outgoing(Wire.CHANNEL_FAILURE).int32(peer()));
        }
    }

    @Override
    public void confirmed(int peersNumber, long peersWindow, long peersLargest) {
        synchronized (this) {
            if (largest > 0) {
                throw new ProtocolBreach("a channel was answered twice");
            }
            peer = peersNumber;
            room = peersWindow;
            largest = Math.clamp(peersLargest, 1, Wire.MAX_DATA);
        }
        opened.complete(null);
    }

    @Override
    public void refused(int reason, String words) {
        if (opened.isDone()) {
            throw new ProtocolBreach("a channel was answered twice");
        }
        leave();
        opened.completeExceptionally(new JumpRefusal(reason, Plain.text(words)));
    }

    @Override
    public void sessionEnded() {
        over();
    }

    private void over() {
        setClosed();
        opened.completeExceptionally(lost());
    }

    private void sendClose() throws IOException {
        if (!closeSent && opened.isDone() && !opened.isCompletedExceptionally()) {
            closeSent = true;
            link.sender().send(new Outgoing(Wire.CHANNEL_CLOSE).int32(peer()));
        }
    }

    private void leave() {
        link.channels().remove(id, this);
        synchronized (this) {
            window.release();
        }
    }

    /// What is sent once the channel is closed would be a breach of the protocol.
    private void toPeer(Supplier<Outgoing> packet) {
        link.sender()
                .execute(
                        () -> {
                            if (!closeSent) {
                                link.sender().send(packet.get());
                            }
                        });
    }

    private synchronized void sent(int bytes) {
        unsent -= bytes;
        notifyAll();
    }

    private synchronized int peer() {
        return peer;
    }

    private synchronized void awaitData() throws IOException {
        try {
            while (arrived.isEmpty() && !eof && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private synchronized void awaitRoom() throws IOException {
        try {
            while (!closed && !deaf && (room <= 0 || unsent >= MOST_UNSENT)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private IOException lost() {
        String why = link.end().getNow(null) == null ? "" : ": " + link.end().join().raw();
        return new IOException("the line over " + link.server().name() + " ended" + why);
    }
}
