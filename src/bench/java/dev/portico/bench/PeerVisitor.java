package dev.portico.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The visitor: takes orders from its input, one on a line with the port first, and prints one line
/// of `name=value` for each, or `error=` and why.
final class PeerVisitor {
    private static final long FULL_AFTER_MILLIS = 300;
    private static final int MOST_STUCK_BYTES = 16 * 1024 * 1024;

    private final List<AutoCloseable> open = new ArrayList<>();

    static void run() throws IOException {
        PeerVisitor visitor = new PeerVisitor();
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(visitor.answer(order.split(" ")));
        }
        Runtime.getRuntime().halt(0);
    }

    private String answer(String[] words) {
        try {
            int port = Integer.parseInt(words[0]);
            int count = Integer.parseInt(words[2]);
            int amount = Integer.parseInt(words[3]);
            return switch (words[1]) {
                case "down" -> Bulk.down(port, count, amount).toString();
                case "up" -> Bulk.up(port, count, amount).toString();
                case "ping" -> SmallTalk.ping(port, amount).toString();
                case "connect" -> SmallTalk.connect(port, count, amount).toString();
                case "http" -> HttpLoad.run(port, count, amount, false).toString();
                case "httpclose" -> HttpLoad.run(port, count, amount, true).toString();
                case "idle" -> idle(port, count).toString();
                case "stuck" -> stuck(port, count).toString();
                case "release" -> release().toString();
                default -> "error=unknown order " + words[1];
            };
        } catch (Exception e) {
            return "error=" + e.toString().replace('\n', ' ');
        }
    }

    private Reading idle(int port, int visitors) throws IOException {
        for (int i = 0; i < visitors; i++) {
            Talk talk = new Talk(port);
            open.add(talk);
            talk.say("HOLD");
        }
        for (AutoCloseable each : open) {
            if (each instanceof Talk talk && !talk.line().equals("held")) {
                throw new IOException("a visitor was not let in");
            }
        }
        return Reading.of("value", visitors);
    }

    /// Sends to a service that does not read until nothing more is taken.
    private Reading stuck(int port, int visitors) throws IOException, InterruptedException {
        ByteBuffer chunk = ByteBuffer.allocateDirect(64 * 1024);
        List<SocketChannel> channels = new ArrayList<>();
        for (int i = 0; i < visitors; i++) {
            SocketChannel channel =
                    SocketChannel.open(new InetSocketAddress(Settings.LOOPBACK, port));
            open.add(channel);
            channels.add(channel);
            channel.write(ByteBuffer.wrap("STUCK 0\n".getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
        }
        long most = (long) MOST_STUCK_BYTES * visitors;
        long sent = 0;
        long last = System.currentTimeMillis();
        while (System.currentTimeMillis() - last < FULL_AFTER_MILLIS && sent < most) {
            long before = sent;
            for (SocketChannel channel : channels) {
                sent += channel.write(chunk.clear());
            }
            if (sent > before) {
                last = System.currentTimeMillis();
            } else {
                Thread.sleep(10);
            }
        }
        return Reading.of("value", sent);
    }

    private Reading release() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        open.clear();
        return Reading.of("value", 0);
    }
}
