package dev.portico.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The local service that is shared: each connection begins with one line that says what to do.
///
/// Prints its ports on one line, two of its own and one that speaks HTTP, and runs until its input
/// ends.
final class PeerService {
    static final int CHUNK = 256 * 1024;
    private static final int BACKLOG = 4096;

    private final Set<Socket> stuck = ConcurrentHashMap.newKeySet();

    static void run() throws IOException {
        PeerService service = new PeerService();
        int first = service.listen();
        int second = service.listen();
        System.out.println(first + " " + second + " " + HttpPeer.start());
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0);
    }

    private int listen() throws IOException {
        ServerSocket listener =
                new ServerSocket(0, BACKLOG, InetAddress.ofLiteral(Settings.LOOPBACK));
        Thread.ofPlatform().start(() -> accept(listener));
        return listener.getLocalPort();
    }

    private void accept(ServerSocket listener) {
        try (listener) {
            while (true) {
                Socket visitor = listener.accept();
                Thread.ofPlatform().daemon().start(() -> serve(visitor));
            }
        } catch (IOException e) {
            System.err.println("service: " + e);
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            visitor.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(visitor.getInputStream(), CHUNK);
            String[] words = line(in).split(" ");
            switch (words[0]) {
                case "SEND" -> send(visitor.getOutputStream(), Long.parseLong(words[1]));
                case "TAKE" -> take(visitor, in, Long.parseLong(words[1]));
                case "PING" ->
                        answer(visitor, in, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                case "HOLD" -> hold(visitor, in);
                case "STUCK" -> waitForRelease(visitor);
                case "RELEASE" -> release(visitor);
                default -> throw new IOException("asked to " + words[0]);
            }
        } catch (IOException _) {
            stuck.remove(visitor); // the visitor went away, as some do on purpose
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("ended within a line");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    static void send(OutputStream out, long bytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (long left = bytes; left > 0; left -= Math.min(left, CHUNK)) {
            out.write(chunk, 0, (int) Math.min(left, CHUNK));
        }
    }

    /// @return bytes read, fewer than asked for when the connection ended before
    static long drain(InputStream in, long bytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long taken = 0;
        while (taken < bytes) {
            int read = in.read(chunk, 0, (int) Math.min(CHUNK, bytes - taken));
            if (read < 0) {
                break;
            }
            taken += read;
        }
        return taken;
    }

    private static void take(Socket visitor, InputStream in, long bytes) throws IOException {
        say(visitor, "took " + drain(in, bytes));
    }

    private static void answer(Socket visitor, InputStream in, int request, int reply)
            throws IOException {
        byte[] answer = new byte[reply];
        while (in.readNBytes(request).length == request) {
            visitor.getOutputStream().write(answer);
        }
    }

    private static void hold(Socket visitor, InputStream in) throws IOException {
        say(visitor, "held");
        in.transferTo(OutputStream.nullOutputStream());
    }

    private void waitForRelease(Socket visitor) throws InterruptedException {
        stuck.add(visitor);
        synchronized (visitor) {
            while (!visitor.isClosed()) {
                visitor.wait();
            }
        }
    }

    private void release(Socket visitor) throws IOException {
        for (Socket each : stuck) {
            synchronized (each) {
                each.close();
                each.notifyAll();
            }
        }
        stuck.clear();
        say(visitor, "released");
    }

    private static void say(Socket visitor, String words) throws IOException {
        visitor.getOutputStream().write((words + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
