package dev.portico.link;

import java.nio.charset.StandardCharsets;

/// Reads a packet's fields one after the other (RFC 4251, section 5), never beyond its end.
final class Incoming {
    private final byte[] packet;
    private final int end;
    private int at;

    Incoming(byte[] packet, int start, int end) {
        this.packet = packet;
        this.at = start;
        this.end = end;
    }

    int uint8() {
        return packet[advance(1)] & 0xff;
    }

    boolean bool() {
        return uint8() != 0;
    }

    int int32() {
        int from = advance(4);
        return ((packet[from] & 0xff) << 24)
                | ((packet[from + 1] & 0xff) << 16)
                | ((packet[from + 2] & 0xff) << 8)
                | (packet[from + 3] & 0xff);
    }

    long uint32() {
        return int32() & 0xffffffffL;
    }

    String string() {
        int length = length();
        return new String(packet, advance(length), length, StandardCharsets.UTF_8);
    }

    /// Enters a string field: what follows is its content.
    ///
    /// @return its length in bytes
    int length() {
        int length = int32();
        if (length < 0 || length > end - at) {
            throw new ProtocolBreach("a field is longer than its packet");
        }
        return length;
    }

    int position() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    private int advance(int bytes) {
        if (bytes > end - at) {
            throw new ProtocolBreach("a packet ends too early");
        }
        int from = at;
        at += bytes;
        return from;
    }
}
