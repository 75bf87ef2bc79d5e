package dev.portico.link;

import dev.portico.share.ProxyHeader;
import dev.portico.share.Visitor;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What the local service hears before the visitor: who that is, as a header of the PROXY protocol
/// (HAProxy's proxy-protocol.txt, sections 2.1 and 2.2).
///
/// The destination is the forward's port on the loopback address of the visitor's family: the
/// server does not say which of its addresses the visitor used.
final class Introduction {
    private static final byte[] SIGNATURE = {
        '\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'
    };
    private static final byte VERSION_2_PROXIED = 0x21;
    private static final byte UNSPECIFIED = 0;
    private static final byte TCP4 = 0x11;
    private static final byte TCP6 = 0x21;
    private static final int HEAD_BYTES = 16;
    private static final int PORTS_BYTES = 4;
    private static final InetAddress HERE4 = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress HERE6 = InetAddress.ofLiteral("::1");

    private Introduction() {}

    /// @param port of the forward on the server
    static ByteBuffer of(ProxyHeader header, Visitor visitor, int port) {
        return switch (header) {
            case NONE -> ByteBuffer.allocate(0);
            case V1 -> StandardCharsets.US_ASCII.encode(line(visitor, port));
            case V2 -> binary(visitor, port);
        };
    }

    private static String line(Visitor visitor, int port) {
        if (!isAddressed(visitor)) {
            return "PROXY UNKNOWN\r\n";
        }
        boolean isSix = InetAddress.ofLiteral(visitor.address()) instanceof Inet6Address;
        return "PROXY %s %s %s %d %d\r\n"
                .formatted(
                        isSix ? "TCP6" : "TCP4",
                        visitor.address(),
                        isSix ? "::1" : "127.0.0.1",
                        visitor.port(),
                        port);
    }

    private static ByteBuffer binary(Visitor visitor, int port) {
        if (!isAddressed(visitor)) {
            return head(UNSPECIFIED, 0).flip();
        }
        InetAddress source = InetAddress.ofLiteral(visitor.address());
        boolean isSix = source instanceof Inet6Address;
        byte[] from = source.getAddress();
        return head(isSix ? TCP6 : TCP4, 2 * from.length + PORTS_BYTES)
                .put(from)
                .put((isSix ? HERE6 : HERE4).getAddress())
                .putShort((short) visitor.port())
                .putShort((short) port)
                .flip();
    }

    private static ByteBuffer head(byte family, int length) {
        return ByteBuffer.allocate(HEAD_BYTES + length)
                .put(SIGNATURE)
                .put(VERSION_2_PROXIED)
                .put(family)
                .putShort((short) length);
    }

    /// Not every server writes an address.
    private static boolean isAddressed(Visitor visitor) {
        try {
            InetAddress.ofLiteral(visitor.address());
            return visitor.port() >= 0 && visitor.port() <= 0xffff;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
