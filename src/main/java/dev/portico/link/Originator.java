package dev.portico.link;

import dev.portico.share.Plain;

import java.net.Inet6Address;
import java.net.InetAddress;

/// A visitor's address as the server wrote it, in the one form that people know: dotted for IPv4
/// and for IPv4 inside IPv6, the longest run of zeros left out for IPv6 (RFC 5952).
final class Originator {
    private static final int GROUPS = 8;

    private Originator() {}

    static String text(String fromServer) {
        try {
            InetAddress address = InetAddress.ofLiteral(fromServer);
            return address instanceof Inet6Address
                    ? compressed(address.getAddress())
                    : address.getHostAddress();
        } catch (IllegalArgumentException _) {
            return Plain.text(fromServer); // not every server writes an address
        }
    }

    private static String compressed(byte[] address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((address[2 * i] & 0xff) << 8) | (address[2 * i + 1] & 0xff);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zerosFrom(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                boolean afterGroup = !text.isEmpty() && text.charAt(text.length() - 1) != ':';
                text.append(afterGroup ? ":" : "").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static int zerosFrom(int[] groups, int from) {
        int run = 0;
        while (from + run < GROUPS && groups[from + run] == 0) {
            run++;
        }
        return run;
    }
}
