package dev.portico.link;

import com.jcraft.jsch.PacketSession;
import com.jcraft.jsch.Packets;

import dev.portico.share.Server;
import dev.portico.share.SignIn;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// A session whose server lives in this process: packets without encryption, sockets or JSch. As
/// with JSch one thread reads, into one buffer that the next packet overwrites.
final class MemorySession implements Packets, AutoCloseable {
    /// What a server says that grants a port and has nothing to add.
    static final GlobalRequests.Reply GRANTED =
            new GlobalRequests.Reply(true, 0, List.of(), Duration.ZERO);

    /// Told of every packet that the engine sends, on the thread that sends it.
    interface Heard {
        void packet(int type, Incoming fields);
    }

    private static final int LARGEST_PACKET = 256 * 1024;
    private static final Outgoing END = new Outgoing(0);

    private final Heard heard;
    private final BlockingQueue<Outgoing> said = new LinkedBlockingQueue<>();
    private final SocketChannel unused;
    private final Link link;
    private Receiver receiver;
    private boolean paused;
    private boolean over;

    MemorySession(Heard heard) {
        this.heard = heard;
        try {
            unused = SocketChannel.open();
            link =
                    new Link(
                            server(),
                            this,
                            new RawSocket(unused, _ -> {}),
                            new AtomicLong(),
                            new IdleLimits(Duration.ofSeconds(30)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        link.start();
        Thread.ofPlatform().daemon().name("memory-reader").start(this::read);
    }

    Link link() {
        return link;
    }

    void say(Outgoing packet) {
        said.add(packet);
    }

    /// The engine's packets wait, as during a key exchange or on a full line.
    synchronized void pause(boolean now) {
        paused = now;
        notifyAll();
    }

    @Override
    public void showTo(Receiver to) {
        receiver = to;
    }

    @Override
    public void send(byte[] packet, int end) throws IOException {
        synchronized (this) {
            while (paused && !over) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            if (over) {
                throw new IOException("the session is over");
            }
        }
        heard.packet(
                packet[PacketSession.HEAD] & 0xff,
                new Incoming(packet, PacketSession.HEAD + 1, end));
    }

    @Override
    public void disconnect() {
        over();
        said.add(END);
    }

    @Override
    public void close() throws IOException {
        link.close(Links.closedByUs(link.server()));
        unused.close();
    }

    private synchronized void over() {
        over = true;
        notifyAll();
    }

    private void read() {
        byte[] buffer = new byte[LARGEST_PACKET];
        Throwable cause = new IOException("the session was closed");
        try {
            for (Outgoing packet = said.take(); packet != END; packet = said.take()) {
                System.arraycopy(packet.packet(), 0, buffer, 0, packet.end());
                int type = buffer[PacketSession.HEAD] & 0xff;
                receiver.take(type, buffer, PacketSession.HEAD, packet.end());
            }
        } catch (InterruptedException | RuntimeException e) {
            cause = e;
        } finally {
            over();
            receiver.ended(cause);
        }
    }

    private static Server server() {
        return new Server(
                "memory",
                "memory",
                22,
                "nobody",
                new SignIn.Automatic(),
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null,
                Duration.ofHours(1));
    }
}
