package dev.portico.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Packets of SSH before the first key exchange, as a server of any mood writes them (RFC 4253,
/// sections 6, 7.1 and 11).
final class SshBytes {
    /// Clears the screen, sets the window's title, turns the direction of writing.
    static final String WICKED = "\u001b[2J\u001b]0;owned\u0007\u202e\u2066\u2028 cba";

    static final int DISCONNECT = 1;
    static final int IGNORE = 2;
    static final int DEBUG = 4;
    static final int NEWKEYS = 21;
    private static final int KEXINIT = 20;
    private static final int BLOCK = 8;
    private static final int LEAST_PADDING = 4;

    private SshBytes() {}

    static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] version() {
        return line("SSH-2.0-OpenSSH_9.2");
    }

    static byte[] packet(int type, byte[] fields) {
        int bare = Integer.BYTES + 1 + 1 + fields.length;
        int padding = LEAST_PADDING + (BLOCK - (bare + LEAST_PADDING) % BLOCK) % BLOCK;
        return ByteBuffer.allocate(bare + padding)
                .putInt(bare + padding - Integer.BYTES)
                .put((byte) padding)
                .put((byte) type)
                .put(fields)
                .array();
    }

    static byte[] keyExchangeInit() {
        List<String> names =
                List.of(
                        "curve25519-sha256",
                        "ssh-ed25519",
                        "aes128-ctr",
                        "aes128-ctr",
                        "hmac-sha2-256",
                        "hmac-sha2-256",
                        "none",
                        "none",
                        "",
                        "");
        ByteBuffer fields = ByteBuffer.allocate(500).position(16);
        names.forEach(name -> fields.put(string(name)));
        byte[] used = new byte[fields.put((byte) 0).putInt(0).position()];
        fields.flip().get(used);
        return packet(KEXINIT, used);
    }

    /// The first of its lists is longer than any packet.
    static byte[] brokenKeyExchangeInit() {
        return packet(KEXINIT, ByteBuffer.allocate(40).putInt(16, 262_145).array());
    }

    static byte[] disconnect(String text) {
        byte[] words = string(text);
        return packet(
                DISCONNECT,
                ByteBuffer.allocate(words.length + 8).putInt(11).put(words).putInt(0).array());
    }

    static byte[] ignore(int bytes) {
        return packet(IGNORE, string("x".repeat(bytes)));
    }

    static byte[] debug(String text) {
        byte[] words = string(text);
        return packet(
                DEBUG,
                ByteBuffer.allocate(words.length + 5).put((byte) 1).put(words).putInt(0).array());
    }

    static byte[] string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
