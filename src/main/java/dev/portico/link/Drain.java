package dev.portico.link;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Waits for local services that are slow to take what is theirs. Nothing here ever waits for the
/// server.
final class Drain implements Runnable {

    /// A channel with bytes queued for its local socket.
    interface Drained {
        /// Writes what the socket takes now.
        ///
        /// @return whether bytes are left
        boolean drain();
    }

    private record Call(SocketChannel local, Drained channel) {}

    private final Selector selector;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    Drain() throws IOException {
        selector = Selector.open();
    }

    /// Any thread; never blocks.
    void watch(SocketChannel local, Drained channel) {
        calls.add(new Call(local, channel));
        selector.wakeup();
    }

    /// Makes the drain let go of sockets that were closed meanwhile.
    void look() {
        selector.wakeup();
    }

    void end() {
        over = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector) {
            while (!over) {
                selector.select(this::drain);
                for (Call call = calls.poll(); call != null; call = calls.poll()) {
                    register(call);
                }
            }
        } catch (IOException e) {
            System.getLogger(Drain.class.getName())
                    .log(System.Logger.Level.ERROR, "draining ended", e);
        }
    }

    /// In place of [#run].
    void abandon() {
        over = true;
        run();
    }

    private void register(Call call) {
        try {
            call.local().register(selector, SelectionKey.OP_WRITE, call.channel());
        } catch (ClosedChannelException | CancelledKeyException _) {
            call.channel().drain(); // finds out by itself
        }
    }

    private void drain(SelectionKey key) {
        if (key.attachment() instanceof Drained channel && !channel.drain()) {
            try {
                key.interestOps(0);
            } catch (CancelledKeyException _) {
                // the sender has closed the socket meanwhile: nothing to wait for
            }
        }
    }
}
