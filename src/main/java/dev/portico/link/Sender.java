package dev.portico.link;

import com.jcraft.jsch.PacketSession;
import com.jcraft.jsch.Packets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// The one thread that sends on a session. It reads the local sockets, and it runs the tasks that
/// other threads leave here because something must be sent.
///
/// Assumed: tasks and channels throw only when the session is over. Blocking is right here:
/// whatever waits, waits for the same socket. Guaranteed: tasks run in the order in which one
/// thread left them, before any more data is read; packets leave in the order in which they were
/// given to [#send]. So a channel's sending side needs no lock, and nothing can overtake its CLOSE.
final class Sender implements Runnable {

    /// Whoever waits for a local socket.
    interface Pumped {
        void pump() throws IOException;
    }

    /// Something that must be sent.
    interface Task {
        void run() throws IOException;
    }

    /// More than an honest server can cause with all channels open and a line that stands still.
    static final int MOST_TASKS = 100_000;

    private static final int DATA_HEAD = PacketSession.HEAD + 1 + 4 + 4;

    private final Packets session;
    private final RawSocket socket;
    private final Selector selector;
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean called = new AtomicBoolean();
    private final byte[] packet = new byte[DATA_HEAD + Wire.MAX_DATA + PacketSession.TAIL];
    private final ByteBuffer data = ByteBuffer.wrap(packet);
    private final Runnable atEnd;
    private volatile boolean over;

    /// @param atEnd run on this thread as the last thing that it does
    Sender(Packets session, RawSocket socket, Runnable atEnd) throws IOException {
        this.session = session;
        this.socket = socket;
        this.atEnd = atEnd;
        this.selector = Selector.open();
    }

    /// Leaves a task. Any thread; never blocks.
    void execute(Task task) {
        waiting.incrementAndGet();
        tasks.add(task);
        if (!called.getAndSet(true)) {
            selector.wakeup();
        }
    }

    /// How many tasks have not begun; what can cause many of them must look here.
    int waiting() {
        return waiting.get();
    }

    /// Whether nothing is sent any more; so from before the channels are told.
    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
        selector.wakeup();
    }

    /// In place of [#run].
    void abandon() {
        closeSelector();
    }

    /// Sends a packet. On this thread only.
    void send(Outgoing outgoing) throws IOException {
        session.send(outgoing.packet(), outgoing.end());
    }

    /// Sends what the local socket has, as one packet of data. On this thread only.
    ///
    /// @param most bytes
    /// @return bytes sent, 0 when there was nothing, -1 at the end
    /// @throws LocalFailure when the socket cannot be read
    int sendFrom(SocketChannel local, int channel, int most) throws IOException {
        data.limit(DATA_HEAD + Math.min(most, Wire.MAX_DATA)).position(DATA_HEAD);
        int bytes = readLocal(local);
        if (bytes > 0) {
            packet[PacketSession.HEAD] = Wire.CHANNEL_DATA;
            Outgoing.putInt32(packet, PacketSession.HEAD + 1, channel);
            Outgoing.putInt32(packet, PacketSession.HEAD + 5, bytes);
            session.send(packet, DATA_HEAD + bytes);
        }
        return bytes;
    }

    /// Asks to have the channel pumped whenever its local socket has something. On this thread
    /// only.
    SelectionKey register(SocketChannel local, Pumped channel) throws ClosedChannelException {
        return local.register(selector, SelectionKey.OP_READ, channel);
    }

    /// Calls back whenever the local socket has connected, or failed to. On this thread only.
    void awaitConnection(SocketChannel local, Pumped then) throws ClosedChannelException {
        local.register(selector, SelectionKey.OP_CONNECT, then);
    }

    @Override
    public void run() {
        try {
            GatheredOutput output = socket.output();
            output.gather();
            while (!over) {
                selector.select();
                called.set(false);
                runTasks();
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isValid() && key.attachment() instanceof Pumped channel) {
                        channel.pump();
                    }
                }
                selector.selectedKeys().clear();
                output.release();
            }
        } catch (IOException e) {
            // the session is over; its reader says so and why
            System.getLogger(Sender.class.getName())
                    .log(System.Logger.Level.DEBUG, "sending ended", e);
        } catch (RuntimeException e) {
            System.getLogger(Sender.class.getName())
                    .log(System.Logger.Level.ERROR, "sending failed", e);
            socket.close(); // a session that cannot send must not look alive
        } finally {
            over = true;
            atEnd.run();
            closeSelector();
        }
    }

    private void runTasks() throws IOException {
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            waiting.decrementAndGet();
            task.run();
        }
    }

    private int readLocal(SocketChannel local) throws LocalFailure {
        try {
            return local.read(data);
        } catch (IOException e) {
            throw new LocalFailure(e);
        }
    }

    private void closeSelector() {
        try {
            selector.close();
        } catch (IOException e) {
            System.getLogger(Sender.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing the selector", e);
        }
    }
}
