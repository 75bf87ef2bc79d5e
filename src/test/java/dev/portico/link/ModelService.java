package dev.portico.link;

import dev.portico.share.Target;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A local service with a real socket, for one visitor; says and does what it is told.
final class ModelService implements AutoCloseable {
    private static final int END = -1;
    private static final int RESET = -2;
    private static final AtomicInteger ADDRESSES = new AtomicInteger(1 << 16);

    private final int slot;
    private final Rules rules;
    private final ServerSocket listener = new ServerSocket();
    private final BlockingQueue<Integer> orders = new LinkedBlockingQueue<>();
    private volatile Socket socket;
    private volatile boolean over;
    private volatile long heard;
    private volatile long said;
    private volatile boolean resetting;
    private boolean stalled;

    ModelService(int slot, Rules rules) throws IOException {
        this.slot = slot;
        this.rules = rules;
        listener.setReceiveBufferSize(4096);
        listener.bind(new InetSocketAddress(anotherAddress(), 0), 2);
        Thread.ofVirtual().start(this::serve);
    }

    Target.Tcp target() {
        return new Target.Tcp(listener.getInetAddress().getHostAddress(), listener.getLocalPort());
    }

    /// Each service has an address of its own: the ports of one are soon used up, as the system
    /// keeps them for a minute after their last connection.
    private static InetAddress anotherAddress() throws IOException {
        int number = ADDRESSES.incrementAndGet();
        return hasManyAddresses()
                ? InetAddress.getByAddress(
                        new byte[] {
                            127, (byte) (number >> 16), (byte) (number >> 8), (byte) number
                        })
                : InetAddress.ofLiteral("127.0.0.1");
    }

    /// Elsewhere loopback has one address.
    private static boolean hasManyAddresses() {
        return System.getProperty("os.name").equals("Linux");
    }

    void say(int bytes) {
        orders.add(bytes);
    }

    void end() {
        orders.add(END);
    }

    void reset() {
        orders.add(RESET);
    }

    synchronized void stall(boolean now) {
        stalled = now;
        notifyAll();
    }

    /// Bytes read so far.
    long heard() {
        return heard;
    }

    /// What the service has read, or dropped by its end.
    long taken() {
        return resetting ? Long.MAX_VALUE : heard;
    }

    long said() {
        return said;
    }

    boolean isVisited() {
        return socket != null;
    }

    /// Whether nothing more will be heard.
    boolean isOver() {
        return over;
    }

    @Override
    public void close() throws IOException {
        stall(false);
        end();
        listener.close();
        if (socket != null) {
            socket.close();
        }
    }

    private void serve() {
        try {
            Socket visitor = listener.accept(); // closed by close(): the other half may go on
            socket = visitor;
            Thread.ofVirtual().start(() -> obey(visitor));
            byte[] buffer = new byte[16 * 1024];
            InputStream in = visitor.getInputStream();
            for (int bytes = read(in, buffer); bytes >= 0; bytes = read(in, buffer)) {
                boolean right = Rules.isSaid(slot, heard, buffer, 0, bytes);
                rules.check(right, "wrong bytes from the visitor of %d at %d", slot, heard);
                long before = heard;
                heard = before + bytes;
            }
        } catch (IOException _) {
            // a reset
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over = true;
        }
    }

    private int read(InputStream in, byte[] buffer) throws IOException, InterruptedException {
        synchronized (this) {
            while (stalled) {
                wait();
            }
        }
        return in.read(buffer);
    }

    private void obey(Socket visitor) {
        try {
            for (int order = orders.take(); order != END; order = orders.take()) {
                if (order == RESET) {
                    resetting = true;
                    visitor.setSoLinger(true, 0);
                    visitor.close();
                    return;
                }
                byte[] piece = new byte[order];
                Rules.say(slot, said, piece);
                visitor.getOutputStream().write(piece);
                long before = said;
                said = before + order;
            }
            visitor.shutdownOutput();
        } catch (IOException _) {
            // the visitor went
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
