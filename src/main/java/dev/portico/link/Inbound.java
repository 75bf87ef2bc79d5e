package dev.portico.link;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// One direction of one visitor: from the server to the local service.
///
/// Its monitor is held by the reader (bytes arrive) or the drain (bytes queued are taken), never
/// while anything is sent and never across a call that blocks. Bytes go straight into the local
/// socket when it takes them, else they wait here, at most one window of them.
final class Inbound implements Drain.Drained {

    /// Told on the thread that noticed, outside the monitor.
    interface Listener {
        /// The local service took so many bytes that the server may send as many more.
        void credit(int bytes);

        /// Nothing more will go to the local service: everything arrived, or it does not take any
        /// more.
        void finished();
    }

    private final SocketChannel local;
    private final Drain drain;
    private final ReceiveWindow window;
    private final Listener listener;
    private final ByteQueue queue = new ByteQueue();
    private boolean eof;
    private boolean aborted;
    private boolean finished;
    private boolean drained;

    Inbound(SocketChannel local, Drain drain, ReceiveWindow window, Listener listener) {
        this.local = local;
        this.drain = drain;
        this.window = window;
        this.listener = listener;
    }

    void deliver(ByteBuffer data) {
        int credit;
        boolean done;
        synchronized (this) {
            if (eof) {
                throw new ProtocolBreach("data after the end of data");
            }
            int bytes = data.remaining();
            window.arrived(bytes);
            boolean before = finished;
            int taken = writeNow(data);
            if (finished) {
                taken = bytes; // into nothing, so that the rest of the channel can go on
            } else if (data.hasRemaining()) {
                queueUp(data);
            }
            credit = window.taken(taken, queue.isEmpty());
            done = finished && !before;
        }
        announce(credit, done);
    }

    /// The visitor has sent everything.
    void eof() {
        end(true);
    }

    /// The visitor has gone without ending its data: the local service sees a reset once it has
    /// what arrived.
    void abort() {
        end(false);
    }

    @Override
    public boolean drain() {
        int credit;
        boolean done;
        boolean left;
        synchronized (this) {
            boolean before = finished;
            int taken = 0;
            try {
                taken = queue.writeTo(local);
                finishIfDone();
            } catch (IOException _) {
                breakOff();
            }
            left = !queue.isEmpty();
            credit = window.taken(taken, !left);
            done = finished && !before;
        }
        announce(credit, done);
        return left;
    }

    /// Forgets what is queued: the visitor or the service is gone.
    synchronized void drop() {
        resetOnClose();
        breakOff();
    }

    synchronized boolean isFinished() {
        return finished;
    }

    synchronized void release() {
        window.release();
        if (drained) {
            drain.look(); // lets go of a closed socket
        }
    }

    private void end(boolean gracefully) {
        boolean done;
        synchronized (this) {
            boolean before = finished;
            if (!eof && !gracefully) {
                resetOnClose();
            }
            aborted = !eof && !gracefully;
            eof = true;
            finishIfDone();
            done = finished && !before;
        }
        announce(0, done);
    }

    private int writeNow(ByteBuffer data) {
        if (finished || !queue.isEmpty()) {
            return 0;
        }
        try {
            return local.write(data);
        } catch (IOException _) {
            breakOff();
            return 0;
        }
    }

    private void queueUp(ByteBuffer data) {
        boolean wasEmpty = queue.isEmpty();
        queue.add(data);
        if (wasEmpty) {
            drained = true;
            drain.watch(local, this);
        }
    }

    /// What arrives for a service that takes no more is dropped; what the service still says is
    /// read on.
    private void breakOff() {
        finished = true;
        queue.clear();
    }

    private void finishIfDone() {
        if (finished || !eof || !queue.isEmpty()) {
            return;
        }
        finished = true;
        if (!aborted) {
            try {
                local.shutdownOutput();
            } catch (IOException _) {
                queue.clear(); // the service was faster
            }
        }
    }

    private void resetOnClose() {
        try {
            local.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException | UnsupportedOperationException _) {
            queue.clear(); // already closed, or a Unix socket, which knows no reset
        }
    }

    private void announce(int credit, boolean done) {
        if (credit > 0) {
            listener.credit(credit);
        }
        if (done) {
            listener.finished();
        }
    }
}
