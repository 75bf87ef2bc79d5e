package dev.portico.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/// A web server of one thread, so cheap that it is not what limits a measurement. Each request must
/// arrive whole in one read or several, never two in one.
final class HttpPeer implements Runnable {
    static final String BODY = "x".repeat(200);
    static final byte[] ANSWER = answer();
    private static final int LARGEST_REQUEST = 4096;
    private static final String CLOSE = "Connection: close";

    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();

    private HttpPeer() throws IOException {
        listener.bind(new InetSocketAddress(InetAddress.ofLiteral(Settings.LOOPBACK), 0), 4096);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /// @return the port
    static int start() throws IOException {
        HttpPeer peer = new HttpPeer();
        Thread.ofPlatform().daemon().start(peer);
        return ((InetSocketAddress) peer.listener.getLocalAddress()).getPort();
    }

    @Override
    public void run() {
        try {
            while (true) {
                selector.select();
                Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
                while (keys.hasNext()) {
                    SelectionKey key = keys.next();
                    keys.remove();
                    serve(key);
                }
            }
        } catch (IOException e) {
            System.err.println("web server: " + e);
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel visitor = listener.accept();
            if (visitor != null) {
                visitor.configureBlocking(false);
                visitor.setOption(StandardSocketOptions.TCP_NODELAY, true);
                visitor.register(
                        selector, SelectionKey.OP_READ, ByteBuffer.allocate(LARGEST_REQUEST));
            }
        } else {
            try {
                request((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
            } catch (IOException _) {
                key.channel().close(); // the visitor went away
            }
        }
    }

    private static void request(SocketChannel visitor, ByteBuffer buffer) throws IOException {
        if (visitor.read(buffer) < 0) {
            visitor.close();
        } else if (isWhole(buffer)) {
            String text =
                    new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
            buffer.clear();
            if (visitor.write(ByteBuffer.wrap(ANSWER)) < ANSWER.length) {
                throw new IOException("the visitor does not read");
            }
            if (text.contains(CLOSE)) {
                visitor.close();
            }
        }
    }

    private static boolean isWhole(ByteBuffer buffer) {
        int end = buffer.position();
        return end >= 4 && buffer.getInt(end - 4) == 0x0d0a0d0a;
    }

    static byte[] request(boolean close) {
        String text = "GET / HTTP/1.1\r\nHost: bench\r\n" + (close ? CLOSE + "\r\n" : "") + "\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] answer() {
        return ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 200\r\n\r\n" + BODY)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
