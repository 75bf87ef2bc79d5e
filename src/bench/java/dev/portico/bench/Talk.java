package dev.portico.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One connection to the service, on which nothing waits for ever.
final class Talk implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream in;

    Talk(int port) throws IOException {
        int patience = Math.toIntExact(Settings.PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(patience);
        socket.connect(
                new InetSocketAddress(InetAddress.ofLiteral(Settings.LOOPBACK), port), patience);
        in = new BufferedInputStream(socket.getInputStream(), PeerService.CHUNK);
    }

    void say(String line) throws IOException {
        out().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    String line() throws IOException {
        return PeerService.line(in);
    }

    InputStream in() {
        return in;
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
