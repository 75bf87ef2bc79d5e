package com.jcraft.jsch;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The seam into JSch: shows the packets of a session to a [Packets.Receiver] and sends packets for
/// it. No policy, no buffers.
///
/// JSch's `Session.read` decides what to do with a packet by `Buffer.getCommand`, asked once per
/// packet, just after decryption. The buffer given to it here first offers the packet to the
/// receiver; what the receiver takes reads as SSH_MSG_IGNORE, which JSch skips. So JSch keeps the
/// key exchange and the sign-in, and never sees a channel.
///
/// Assumed: JSch reads on one thread at a time; it never starts a key exchange by itself after the
/// first. Guaranteed: the receiver is called on that thread only, from the end of the first key
/// exchange on; nothing that [#send] is given leaves between the server's SSH_MSG_KEXINIT and the
/// new keys (RFC 4253, section 7.1); [Packets.Receiver#ended] is called once, as the last call, if
/// [#connect] had succeeded.
public final class PacketSession extends Session implements Packets {

    /// Bytes to leave free before the payload of a packet: its length and its padding's length.
    public static final int HEAD = 5;

    /// Bytes to leave free after the payload: padding and authentication tag.
    public static final int TAIL = 128;

    private static final int SSH_MSG_DEBUG = 4;
    private static final int FIRST_CONNECTION_MESSAGE = 80;

    private final class Offered extends Buffer {
        @Override
        byte getCommand() {
            byte command = super.getCommand();
            return keyed && isTaken(command & 0xff, this) ? (byte) SSH_MSG_IGNORE : command;
        }
    }

    private final Offered offered = new Offered();
    private final Buffer outgoing = new Buffer(new byte[0]);
    private final Packet outgoingPacket = new Packet(outgoing);
    private final ReentrantLock sending = new ReentrantLock();
    private final Condition reopened = sending.newCondition();
    private Receiver receiver;
    private boolean keyed;
    private boolean rekeying;
    private boolean newKeysSent;
    private boolean over;
    private int last;
    private Throwable cause = new IOException("the session was closed");

    public PacketSession(JSch jsch, String user, String host, int port) throws JSchException {
        super(jsch, user, host, port);
    }

    @Override
    public void showTo(Receiver to) {
        receiver = to;
    }

    /// Fails when the JSch on the class path lacks what this class overrides.
    public static void check() {
        try {
            overridable(Session.class.getDeclaredMethod("read", Buffer.class));
            overridable(Session.class.getDeclaredMethod("write", Packet.class));
            overridable(Session.class.getDeclaredMethod("run"));
            overridable(Buffer.class.getDeclaredMethod("getCommand"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This version of JSch does not fit: " + e.getMessage(), e);
        }
    }

    @Override
    public void send(byte[] packet, int end) throws IOException {
        sending.lock();
        try {
            while (rekeying && !over) {
                reopened.awaitUninterruptibly();
            }
            if (over) {
                throw new IOException("the session is over");
            }
            outgoing.buffer = packet;
            outgoing.index = end;
            super.write(outgoingPacket);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void connect() throws JSchException {
        try {
            super.connect();
        } catch (Misread e) {
            throw e;
        } catch (RuntimeException e) {
            throw Misread.isOf(e) ? new Misread(Misread.part(last), e) : e;
        }
    }

    @Override
    Buffer read(Buffer buf) throws Exception {
        reopenAfterNewKeys();
        try {
            offered.buffer = buf.buffer;
            super.read(offered);
            buf.buffer = offered.buffer;
            buf.index = offered.index;
            buf.s = offered.s;
        } catch (RuntimeException e) {
            RuntimeException told = Misread.isOf(e) ? new Misread("packet length", e) : e;
            cause = told;
            throw told;
        } catch (Exception e) {
            cause = e;
            throw e;
        }
        int command = buf.getCommand();
        last = command & 0xff;
        if (command == SSH_MSG_KEXINIT) {
            rekeying(true);
        } else if (command == SSH_MSG_NEWKEYS) {
            keyed = true;
        }
        return buf;
    }

    @Override
    void write(Packet packet) throws Exception {
        sending.lock();
        try {
            newKeysSent |= packet.buffer.getCommand() == SSH_MSG_NEWKEYS;
            super.write(packet);
        } finally {
            sending.unlock();
        }
    }

    @Override
    void run() {
        try {
            super.run();
        } finally {
            over();
            Thread.interrupted(); // JSch's disconnect interrupts the thread that it runs on
            receiver.ended(cause);
        }
    }

    /// The packet read before this call has been dealt with; if it was NEWKEYS, the new keys are in
    /// force.
    private void reopenAfterNewKeys() {
        if (newKeysSent) {
            newKeysSent = false;
            rekeying(false);
        }
    }

    private void rekeying(boolean now) {
        sending.lock();
        try {
            rekeying = now;
            reopened.signalAll();
        } finally {
            sending.unlock();
        }
    }

    private void over() {
        sending.lock();
        try {
            over = true;
            reopened.signalAll();
        } finally {
            sending.unlock();
        }
    }

    private boolean isTaken(int type, Buffer packet) {
        if (type < FIRST_CONNECTION_MESSAGE && type != SSH_MSG_DEBUG) {
            return false;
        }
        byte[] bytes = packet.buffer;
        int length =
                (bytes[0] & 0xff) << 24
                        | (bytes[1] & 0xff) << 16
                        | (bytes[2] & 0xff) << 8
                        | bytes[3] & 0xff;
        int end = 4 + length - (bytes[4] & 0xff);
        if (end <= HEAD || end > packet.index) {
            throw new IllegalArgumentException("a packet's padding is longer than the packet");
        }
        return receiver.take(type, bytes, HEAD, end);
    }

    private static void overridable(Method method) throws NoSuchMethodException {
        if ((method.getModifiers() & (Modifier.PRIVATE | Modifier.FINAL | Modifier.STATIC)) != 0) {
            throw new NoSuchMethodException(method + " cannot be overridden");
        }
    }
}
