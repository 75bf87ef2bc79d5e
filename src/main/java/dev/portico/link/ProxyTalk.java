package dev.portico.link;

import dev.portico.share.Ports;
import dev.portico.share.Proxy;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Asks a proxy for a connection: CONNECT (RFC 9110, section 9.3.6) or SOCKS5 (RFC 1928, RFC 1929).
/// Reads nothing beyond the proxy's answer: the next byte is the server's.
final class ProxyTalk {
    private static final int MOST_HEAD = 16 * 1024;
    private static final int SOCKS = 5;
    private static final int NO_SIGN_IN = 0;
    private static final int PASSWORD = 2;
    private static final int PASSWORD_VERSION = 1;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int MOST_FIELD = 255;
    private static final String[] REPLIES = {
        "",
        "general failure",
        "not allowed by its rules",
        "network unreachable",
        "host unreachable",
        "connection refused",
        "time to live expired",
        "command not supported",
        "address type not supported"
    };

    private final ByteChannel line;
    private final @Nullable String user;
    private final byte[] password;

    /// @param password as it is sent; left to the caller to wipe
    ProxyTalk(ByteChannel line, Proxy proxy, byte[] password) {
        this.line = line;
        this.user = proxy.user().orElse(null);
        this.password = password;
    }

    void ask(Proxy.Kind kind, String host, int port) throws IOException {
        switch (kind) {
            case HTTP -> http(Ports.join(host, port));
            case SOCKS5 -> socks(host, port);
        }
    }

    private void http(String place) throws IOException {
        String head = "CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n";
        send(bytes(head));
        if (user != null) {
            byte[] pair = joined(bytes(user + ":"), password);
            byte[] encoded = Base64.getEncoder().encode(pair);
            send(joined(bytes("Proxy-Authorization: Basic "), encoded, bytes("\r\n")));
            Arrays.fill(pair, (byte) 0);
            Arrays.fill(encoded, (byte) 0);
        }
        send(bytes("\r\n"));
        String status = head().lines().findFirst().orElse("");
        String[] parts = status.split(" ", 3);
        boolean isHttp = parts.length > 1 && parts[0].startsWith("HTTP/1.");
        if (!isHttp || !parts[1].matches("2[0-9][0-9]")) {
            throw new ProxyFailure(status, isHttp && parts[1].equals("407"));
        }
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int next = read(1)[0];
            head.write(next);
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
            if (head.size() > MOST_HEAD) {
                throw new ProxyFailure("an answer without an end", false);
            }
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    private void socks(String host, int port) throws IOException {
        int method = user == null ? NO_SIGN_IN : PASSWORD;
        send(SOCKS, 1, method);
        byte[] chosen = read(2);
        if (chosen[0] != SOCKS) {
            throw new ProxyFailure("not a SOCKS5 proxy", false);
        }
        if (chosen[1] != method) {
            throw new ProxyFailure(
                    user == null ? "it wants a sign-in" : "it takes no password", true);
        }
        if (user != null) {
            signIn(bytes(user));
        }
        byte[] address = address(host);
        send(joined(new byte[] {SOCKS, CONNECT, 0}, address, two(port)));
        byte[] reply = read(4);
        if (reply[1] != 0) {
            int code = reply[1] & 0xff;
            String words = code < REPLIES.length ? REPLIES[code] : "unknown";
            throw new ProxyFailure("SOCKS5 reply " + code + ": " + words, false);
        }
        skipAddress(reply[3]);
    }

    private void signIn(byte[] name) throws IOException {
        if (name.length > MOST_FIELD || password.length > MOST_FIELD) {
            throw new ProxyFailure("the name or the password is too long for SOCKS5", true);
        }
        byte[] request =
                joined(
                        new byte[] {PASSWORD_VERSION, (byte) name.length},
                        name,
                        new byte[] {(byte) password.length},
                        password);
        send(request);
        Arrays.fill(request, (byte) 0);
        if (read(2)[1] != 0) {
            throw new ProxyFailure("it refused the name or the password", true);
        }
    }

    /// A name goes as it is: it may mean something to the proxy alone.
    private static byte[] address(String host) throws IOException {
        try {
            byte[] literal = InetAddress.ofLiteral(host).getAddress();
            return joined(new byte[] {(byte) (literal.length == 4 ? IPV4 : IPV6)}, literal);
        } catch (IllegalArgumentException _) {
            byte[] name = bytes(host);
            if (name.length > MOST_FIELD) {
                throw new ProxyFailure("the name is too long for SOCKS5", false);
            }
            return joined(new byte[] {NAME, (byte) name.length}, name);
        }
    }

    private void skipAddress(int type) throws IOException {
        int length =
                switch (type) {
                    case IPV4 -> 4;
                    case IPV6 -> 16;
                    case NAME -> read(1)[0] & 0xff;
                    default -> throw new ProxyFailure("address type " + type, false);
                };
        read(length + 2);
    }

    private void send(int... numbers) throws IOException {
        byte[] sent = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            sent[i] = (byte) numbers[i];
        }
        send(sent);
    }

    private void send(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            line.write(buffer);
        }
    }

    private byte[] read(int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (line.read(buffer) < 0) {
                throw new EOFException("it hung up");
            }
        }
        return buffer.array();
    }

    private static byte[] two(int port) {
        return new byte[] {(byte) (port >>> 8), (byte) port};
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
