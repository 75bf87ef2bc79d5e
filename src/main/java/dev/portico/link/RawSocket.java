package dev.portico.link;

import com.jcraft.jsch.SocketFactory;

import dev.portico.share.ShareState.Step;

import jdk.net.ExtendedSocketOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The TCP connection under a session: made here, so that it can be watched and, when the session
/// hangs, closed from outside.
///
/// Every read asks for an immediate acknowledgement (TCP_QUICKACK, Linux). Without it sshd, which
/// leaves Nagle's algorithm on, holds small packets back for the 40 ms of a delayed
/// acknowledgement.
final class RawSocket implements SocketFactory {
    private static final Pattern VERSION = Pattern.compile("(?m)^SSH-[^-]*-(\\S+)");
    private static final int BUFFER = 64 * 1024;
    private static final int MOST_BEFORE_VERSION = 64 * 1024;
    private static final SocketOption<Boolean> QUICKACK = ExtendedSocketOptions.TCP_QUICKACK;

    private final Deadline deadline;
    private final Consumer<Step> progress;
    private final StringBuilder greeting = new StringBuilder();
    private volatile @Nullable SocketChannel channel;
    private volatile @Nullable GatheredOutput output;
    private volatile boolean closed;
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean versionSeen;
    private volatile boolean endedByServer;

    RawSocket(Deadline deadline, Consumer<Step> progress) {
        this.deadline = deadline;
        this.progress = progress;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        progress.accept(Step.NAME);
        InetAddress[] addresses = InetAddress.getAllByName(host);
        progress.accept(Step.TCP);
        IOException last = new IOException("no address");
        for (int i = 0; i < addresses.length && !closed; i++) {
            try {
                return connect(addresses[i], port, deadline.millisLeft() / (addresses.length - i));
            } catch (IOException e) {
                e.addSuppressed(last);
                last = e;
            }
        }
        throw last;
    }

    private Socket connect(InetAddress address, int port, long millis) throws IOException {
        SocketChannel made = SocketChannel.open();
        channel = made;
        if (closed) {
            made.close();
        }
        try {
            made.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            made.socket().connect(new InetSocketAddress(address, port), (int) Math.max(1, millis));
            progress.accept(Step.HOST_KEY);
            return made.socket();
        } catch (IOException e) {
            made.close();
            throw e;
        }
    }

    @Override
    public InputStream getInputStream(Socket from) throws IOException {
        return new Observed(from.getChannel());
    }

    @Override
    public OutputStream getOutputStream(Socket to) throws IOException {
        GatheredOutput made = new GatheredOutput(to.getChannel());
        output = made;
        return made;
    }

    /// What is written to the server; there once a session was made.
    GatheredOutput output() {
        return Objects.requireNonNull(output, "not connected");
    }

    /// Ends whatever is blocked on the socket. Any thread, any number of times.
    void close() {
        closed = true;
        SocketChannel open = channel;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                System.getLogger(RawSocket.class.getName())
                        .log(System.Logger.Level.DEBUG, "closing", e);
            }
        }
    }

    /// When the last byte came, in [System#nanoTime].
    long lastHeard() {
        return lastHeard;
    }

    /// Whether the other side introduced itself as an SSH server (RFC 4253, section 4.2).
    boolean versionSeen() {
        return versionSeen;
    }

    /// Who made it: what stands behind `SSH-2.0-`; empty when it did not say.
    synchronized String software() {
        Matcher version = VERSION.matcher(greeting);
        return version.find() ? version.group(1) : "";
    }

    /// Whether the other side has ended the connection, and not this one.
    boolean isEndedByServer() {
        return endedByServer;
    }

    /// What it said instead, or before.
    synchronized String greeting() {
        return greeting.toString();
    }

    private synchronized void greeted(CharSequence text) throws IOException {
        greeting.append(text);
        versionSeen = greeting.indexOf("SSH-") == 0 || greeting.indexOf("\nSSH-") >= 0;
        if (!versionSeen && greeting.length() > MOST_BEFORE_VERSION) {
            throw new IOException("no SSH version in the first " + MOST_BEFORE_VERSION + " bytes");
        }
    }

    /// Buffers reads; one reader.
    private final class Observed extends InputStream {
        private final SocketChannel from;
        private final boolean quick;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).limit(0);

        Observed(SocketChannel from) {
            this.from = from;
            this.quick = from.supportedOptions().contains(QUICKACK);
        }

        @Override
        public int read() throws IOException {
            return buffer.hasRemaining() || fill() ? buffer.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (!buffer.hasRemaining() && !fill()) {
                return -1;
            }
            int bytes = Math.min(length, buffer.remaining());
            buffer.get(to, offset, bytes);
            return bytes;
        }

        private boolean fill() throws IOException {
            buffer.clear();
            int bytes = from.read(buffer);
            buffer.flip();
            if (bytes <= 0) {
                endedByServer = true;
                return false;
            }
            lastHeard = System.nanoTime();
            if (quick) {
                from.setOption(QUICKACK, true);
            }
            if (!versionSeen) {
                greeted(StandardCharsets.UTF_8.decode(buffer.duplicate()));
            }
            return true;
        }
    }
}
