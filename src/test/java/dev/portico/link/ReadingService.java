package dev.portico.link;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A local service that takes all that its visitors say, and says its port first.
final class ReadingService {
    private ReadingService() {}

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"))) {
            System.out.println(listener.getLocalPort());
            while (true) {
                Socket visitor = listener.accept();
                Thread.ofVirtual().start(() -> read(visitor));
            }
        }
    }

    private static void read(Socket visitor) {
        try (visitor) {
            visitor.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
