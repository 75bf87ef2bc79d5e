package dev.portico.store;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// An address without the part that names one computer: the first 24 bits of IPv4, the first 48 of
/// IPv6. A host name, which some servers report instead, loses its first label.
public final class ShortAddress {
    private static final Pattern SHORT =
            Pattern.compile("x(\\..*)?|(\\d{1,3}\\.){3}x|[0-9a-f:]+::x");
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private ShortAddress() {}

    /// What is short already stays as it is.
    public static String of(String address) {
        if (SHORT.matcher(address).matches()) {
            return address;
        }
        String numbers = address.replaceFirst("%.*", "");
        if (NUMERIC.matcher(numbers).matches()) {
            try {
                return shortened(InetAddress.ofLiteral(numbers));
            } catch (IllegalArgumentException _) {
                return "x";
            }
        }
        int dot = address.indexOf('.');
        return dot < 0 ? "x" : "x" + address.substring(dot);
    }

    private static String shortened(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return "%d.%d.%d.x".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
        }
        return "%x:%x:%x::x".formatted(group(bytes, 0), group(bytes, 2), group(bytes, 4));
    }

    private static int group(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
