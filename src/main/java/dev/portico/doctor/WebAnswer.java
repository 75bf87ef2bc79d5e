package dev.portico.doctor;

import dev.portico.link.LocalService;
import dev.portico.share.Plain;
import dev.portico.share.Target;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a local service answers a simple request (RFC 9112), read by hand since the JDK's client
/// chooses the Host header itself and knows no Unix sockets.
///
/// @param text its beginning, header and body
record WebAnswer(int status, String text) {
    private static final int MOST = 64 * 1024;
    private static final long SECONDS = 5;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");

    /// Blocks for five seconds at most; empty where it does not speak HTTP.
    static Optional<WebAnswer> to(Target target, String host) throws IOException {
        try (SocketChannel channel = LocalService.connect(target)) {
            Executor later = CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS);
            CompletableFuture<Void> end =
                    CompletableFuture.runAsync(() -> closeQuietly(channel), later);
            try {
                return parse(exchange(channel, request(host)));
            } finally {
                end.cancel(false);
            }
        }
    }

    private static byte[] request(String host) {
        String text =
                "GET / HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nUser-Agent: Portico\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String exchange(SocketChannel channel, byte[] request) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            ByteBuffer out = ByteBuffer.wrap(request);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            ByteBuffer in = ByteBuffer.allocate(8 * 1024);
            while (all.size() < MOST && channel.read(in) >= 0) {
                all.write(in.array(), 0, in.position());
                in.clear();
            }
        } catch (ClosedChannelException _) {
            // the time is up: what came until then counts
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static Optional<WebAnswer> parse(String text) {
        Matcher status = STATUS.matcher(text);
        return status.lookingAt()
                ? Optional.of(new WebAnswer(Integer.parseInt(status.group(1)), text))
                : Optional.empty();
    }

    /// What it said, without its header.
    String firstWords() {
        int body = text.indexOf("\r\n\r\n");
        return Plain.text(body < 0 ? "" : text.substring(body).replaceAll("<[^>]*>", " ").strip());
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(WebAnswer.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
