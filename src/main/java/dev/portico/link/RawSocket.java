package dev.portico.link;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;

import jdk.net.ExtendedSocketOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line under a session, a TCP connection or one through a jump server: watched here and, when
/// the session hangs, closed from outside. JSch takes it for a proxy, the one kind of line that it
/// does not insist on making itself.
///
/// Every read asks for an immediate acknowledgement (TCP_QUICKACK, Linux). Without it sshd, which
/// leaves Nagle's algorithm on, holds small packets back for the 40 ms of a delayed
/// acknowledgement.
final class RawSocket implements Proxy {
    private static final Pattern VERSION = Pattern.compile("(?m)^SSH-[^-]*-(\\S+)");
    private static final Pattern OTHERS =
            Pattern.compile("(HTTP/\\d|RFB \\d{3}|220[ -].*(SMTP|FTP)|\\* OK |\\+OK ).*\\R");
    private static final System.Logger LOG = System.getLogger(RawSocket.class.getName());
    private static final int BUFFER = 64 * 1024;
    private static final int MOST_BEFORE_VERSION = 64 * 1024;
    private static final SocketOption<Boolean> QUICKACK = ExtendedSocketOptions.TCP_QUICKACK;

    private final ByteChannel line;
    private final Consumer<SocketChannel> lost;
    private final Observed input;
    private final GatheredOutput output;
    private final StringBuilder greeting = new StringBuilder();
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean versionSeen;
    private volatile Consumer<String> introduced = _ -> {};
    private volatile boolean endedByServer;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile boolean closed;

    /// @param lost takes over a connection that was given up, both its directions shut down
    RawSocket(ByteChannel line, Consumer<SocketChannel> lost) {
        this.line = line;
        this.lost = lost;
        this.input = new Observed(line);
        this.output = new GatheredOutput(line);
    }

    /// @param told once, who made the other side, as soon as it has introduced itself
    void onIntroduction(Consumer<String> told) {
        introduced = told;
    }

    /// The line stands already.
    @Override
    public void connect(SocketFactory unused, String host, int port, int timeout) {}

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    /// JSch has nothing to set on it.
    @Override
    public @Nullable Socket getSocket() {
        return null;
    }

    /// What is written to the server.
    GatheredOutput output() {
        return output;
    }

    /// Ends whatever is blocked on the line. Any thread, any number of times.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            close(line);
        }
    }

    /// As [#close], for a line through which nothing comes any more.
    synchronized void giveUp() {
        if (closed) {
            return;
        }
        closed = true;
        if (line instanceof SocketChannel socket && shutDown(socket)) {
            lost.accept(socket);
        } else {
            close(line);
        }
    }

    /// JSch interrupts its reader next: one that still read would close the line by that.
    private boolean shutDown(SocketChannel socket) {
        try {
            socket.shutdownInput();
            socket.shutdownOutput();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "shutting down", e);
            return false;
        }
        reading.lock();
        try {
            return socket.isOpen();
        } finally {
            reading.unlock();
        }
    }

    private static void close(ByteChannel line) {
        try {
            line.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing", e);
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
        if (versionSeen) {
            introduced.accept(software());
        }
        if (!versionSeen && OTHERS.matcher(greeting).lookingAt()) {
            throw new IOException("another protocol");
        }
        if (!versionSeen && greeting.length() > MOST_BEFORE_VERSION) {
            throw new IOException("no SSH version in the first " + MOST_BEFORE_VERSION + " bytes");
        }
    }

    /// Buffers reads; one reader.
    private final class Observed extends InputStream {
        private final ByteChannel from;
        private final @Nullable SocketChannel quick;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).limit(0);

        Observed(ByteChannel from) {
            this.from = from;
            this.quick =
                    from instanceof SocketChannel socket
                                    && socket.supportedOptions().contains(QUICKACK)
                            ? socket
                            : null;
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

        private int readOnce() throws IOException {
            reading.lock();
            try {
                return closed ? -1 : from.read(buffer);
            } finally {
                reading.unlock();
            }
        }

        private boolean fill() throws IOException {
            buffer.clear();
            int bytes = readOnce();
            buffer.flip();
            if (bytes <= 0) {
                endedByServer = !closed;
                return false;
            }
            lastHeard = System.nanoTime();
            if (quick != null) {
                quick.setOption(QUICKACK, true);
            }
            if (!versionSeen) {
                greeted(StandardCharsets.UTF_8.decode(buffer.duplicate()));
            }
            return true;
        }
    }
}
