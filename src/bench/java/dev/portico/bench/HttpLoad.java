package dev.portico.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/// Asks the web server as fast as it answers, one request at a time on each of some connections,
/// all on one thread.
final class HttpLoad implements AutoCloseable {

    private static final class Connection {
        long asked;
        int received;
    }

    private final InetSocketAddress server;
    private final boolean close;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(4096);
    private final Selector selector = Selector.open();
    private long[] nanos = new long[100_000];
    private int answers;

    private HttpLoad(int port, boolean close) throws IOException {
        this.server = new InetSocketAddress(InetAddress.ofLiteral(Settings.LOOPBACK), port);
        this.close = close;
        this.request = ByteBuffer.wrap(HttpPeer.request(close));
    }

    /// Requests per second.
    static Reading run(int port, int connections, int seconds, boolean close) throws IOException {
        try (HttpLoad load = new HttpLoad(port, close)) {
            long begun = System.nanoTime();
            for (int i = 0; i < connections; i++) {
                load.connect();
            }
            load.runUntil(begun + seconds * 1_000_000_000L);
            double took = (System.nanoTime() - begun) / 1e9;
            long[] nanos = Arrays.copyOf(load.nanos, load.answers);
            if (nanos.length == 0) {
                throw new IOException("not one request was answered");
            }
            return Reading.of("value", nanos.length / took).withTimes(nanos);
        }
    }

    private void runUntil(long end) throws IOException {
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            selector.select(1 + left / 1_000_000);
            for (SelectionKey key : selector.selectedKeys()) {
                advance(key);
            }
            selector.selectedKeys().clear();
        }
    }

    private void connect() throws IOException {
        Connection connection = new Connection();
        connection.asked = System.nanoTime();
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(server);
        channel.register(selector, SelectionKey.OP_CONNECT, connection);
    }

    private void advance(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        Connection connection = (Connection) key.attachment();
        if (key.isConnectable()) {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            channel.write(request.rewind());
        } else if (channel.read(answer.clear()) < 0) {
            if (!close || connection.received != HttpPeer.ANSWER.length) {
                throw new IOException("a connection ended within an answer");
            }
            count(connection);
            channel.close();
            connect();
        } else {
            connection.received += answer.position();
            if (!close && connection.received >= HttpPeer.ANSWER.length) {
                count(connection);
                connection.asked = System.nanoTime();
                channel.write(request.rewind());
            }
        }
    }

    private void count(Connection connection) {
        if (answers == nanos.length) {
            nanos = Arrays.copyOf(nanos, answers * 2);
        }
        nanos[answers++] = System.nanoTime() - connection.asked;
        connection.received = 0;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
