package dev.portico.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// A line to a server that can stand still in the middle of a packet, both ways.
final class StallingLine implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    /// One for each direction; taken by the next bytes that come.
    private final AtomicReference<Duration> toServer = new AtomicReference<>(Duration.ZERO);

    private final AtomicReference<Duration> toClient = new AtomicReference<>(Duration.ZERO);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket listener;
    private final int server;

    StallingLine(int server) throws IOException {
        this.server = server;
        listener = new ServerSocket(0, 10, HERE);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void stall(Duration time) {
        toServer.set(time);
        toClient.set(time);
    }

    /// Whether the last [#stall] has begun both ways.
    boolean hasStalled() {
        return toServer.get().isZero() && toClient.get().isZero();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket upstream = new Socket(HERE, server);
                open.add(client);
                open.add(upstream);
                Thread.ofVirtual().start(() -> pass(client, upstream, toServer));
                Thread.ofVirtual().start(() -> pass(upstream, client, toClient));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private static void pass(Socket from, Socket to, AtomicReference<Duration> next) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int bytes = in.read(buffer); bytes >= 0; bytes = in.read(buffer)) {
                int first = bytes / 2;
                Duration stall = next.get();
                if (!stall.isZero() && first > 0) {
                    out.write(buffer, 0, first);
                    Thread.sleep(stall); // the fault itself
                    next.set(Duration.ZERO);
                    out.write(buffer, first, bytes - first);
                } else {
                    out.write(buffer, 0, bytes);
                }
            }
        } catch (IOException _) {
            // one end is gone: so is the other
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
