package dev.portico.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/// Passes on what comes half a round trip later, without limiting the rate. TCP on both sides still
/// sees no delay: this slows down what waits for the other end's answer, such as channel windows.
final class DelayingProxy implements AutoCloseable {
    private static final int CHUNK = 128 * 1024;
    private static final int MOST_HELD = 64 * 1024 * 1024;

    private record Held(long due, byte[] bytes) {}

    private final int serverPort;
    private final long delayNanos;
    private final ServerSocket listener;

    DelayingProxy(int serverPort, int roundTripMillis) throws IOException {
        this.serverPort = serverPort;
        this.delayNanos = roundTripMillis * 1_000_000L / 2;
        this.listener = new ServerSocket(0, 100, InetAddress.ofLiteral(Settings.LOOPBACK));
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.ofLiteral(Settings.LOOPBACK), serverPort);
                pump(client, server);
                pump(server, client);
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                System.err.println("proxy: " + e);
            }
        }
    }

    private void pump(Socket from, Socket to) throws IOException {
        to.setTcpNoDelay(true);
        BlockingQueue<Held> held = new LinkedBlockingQueue<>();
        Semaphore room = new Semaphore(MOST_HELD);
        Thread.ofPlatform().daemon().start(() -> read(from, held, room));
        Thread.ofPlatform().daemon().start(() -> write(to, held, room));
    }

    /// An empty chunk is the end.
    private void read(Socket from, BlockingQueue<Held> held, Semaphore room) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = from.getInputStream().read(chunk);
                    n > 0;
                    n = from.getInputStream().read(chunk)) {
                room.acquire(n);
                held.add(new Held(System.nanoTime() + delayNanos, Arrays.copyOf(chunk, n)));
            }
        } catch (IOException _) {
            // as good as an end
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        held.add(new Held(System.nanoTime() + delayNanos, new byte[0]));
    }

    private static void write(Socket to, BlockingQueue<Held> held, Semaphore room) {
        try (to) {
            for (Held next = held.take(); next.bytes().length > 0; next = held.take()) {
                long wait = next.due() - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                }
                to.getOutputStream().write(next.bytes());
                room.release(next.bytes().length);
            }
        } catch (IOException _) {
            room.release(MOST_HELD); // nobody takes it any more: let the reader come to its end
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
