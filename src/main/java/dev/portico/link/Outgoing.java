package dev.portico.link;

import com.jcraft.jsch.PacketSession;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes one packet's fields one after the other (RFC 4251, section 5), with the room that
/// encryption needs around them.
final class Outgoing {
    private byte[] packet;
    private int end = PacketSession.HEAD;

    Outgoing(int type) {
        packet = new byte[PacketSession.HEAD + 64 + PacketSession.TAIL];
        packet[end++] = (byte) type;
    }

    Outgoing bool(boolean value) {
        room(1);
        packet[end++] = (byte) (value ? 1 : 0);
        return this;
    }

    Outgoing int32(int value) {
        room(4);
        putInt32(packet, end, value);
        end += 4;
        return this;
    }

    Outgoing string(String value) {
        return string(value.getBytes(StandardCharsets.UTF_8));
    }

    Outgoing string(byte[] value) {
        int32(value.length);
        room(value.length);
        System.arraycopy(value, 0, packet, end, value.length);
        end += value.length;
        return this;
    }

    byte[] packet() {
        return packet;
    }

    int end() {
        return end;
    }

    static void putInt32(byte[] packet, int at, int value) {
        packet[at] = (byte) (value >>> 24);
        packet[at + 1] = (byte) (value >>> 16);
        packet[at + 2] = (byte) (value >>> 8);
        packet[at + 3] = (byte) value;
    }

    private void room(int bytes) {
        int needed = end + bytes + PacketSession.TAIL;
        if (needed > packet.length) {
            packet = Arrays.copyOf(packet, Math.max(needed, packet.length * 2));
        }
    }
}
