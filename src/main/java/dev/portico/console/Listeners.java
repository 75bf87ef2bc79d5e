package dev.portico.console;

import dev.portico.share.Target;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Tells which service of this computer is not there, without touching it: Linux lists all who
/// listen.
///
/// @param proc where Linux tells of itself; without it nothing is ever said to be missing
record Listeners(Path proc) {
    private static final String LISTENING = "0A";
    private static final int WORD = 4;

    /// Answers true only when it is sure.
    boolean isMissing(Target target) {
        return switch (target) {
            case Target.UnixSocket(Path path) -> Files.notExists(path);
            case Target.Tcp tcp when tcp.isThisComputer() -> isMissing(tcp);
            case Target.Tcp _ -> false;
        };
    }

    private boolean isMissing(Target.Tcp target) {
        try {
            List<InetAddress> wanted = new ArrayList<>();
            if (target.host().equals("localhost")) {
                wanted.add(InetAddress.ofLiteral("127.0.0.1"));
                wanted.add(InetAddress.ofLiteral("::1"));
            } else {
                wanted.add(InetAddress.ofLiteral(target.host()));
            }
            List<String> lines = new ArrayList<>(Files.readAllLines(proc.resolve("net/tcp")));
            Path six = proc.resolve("net/tcp6");
            if (Files.exists(six)) {
                lines.addAll(Files.readAllLines(six));
            }
            return lines.stream().noneMatch(line -> takes(line, target.port(), wanted));
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean takes(String line, int port, List<InetAddress> wanted) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length < 4 || !fields[3].equals(LISTENING)) {
            return false;
        }
        int colon = fields[1].indexOf(':');
        if (colon < 0 || Integer.parseInt(fields[1].substring(colon + 1), 16) != port) {
            return false;
        }
        InetAddress listening = address(fields[1].substring(0, colon));
        return wanted.stream().anyMatch(address -> takes(listening, address));
    }

    /// A listener on `::` takes IPv4 too, as a rule.
    private static boolean takes(InetAddress listening, InetAddress wanted) {
        return listening.equals(wanted)
                || (listening.isAnyLocalAddress()
                        && (listening instanceof Inet6Address
                                || !(wanted instanceof Inet6Address)));
    }

    /// Words of four bytes, each turned round, as the kernel of nearly every computer writes them.
    private static InetAddress address(String digits) {
        byte[] turned = HexFormat.of().parseHex(digits);
        byte[] bytes = new byte[turned.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = turned[i - i % WORD + WORD - 1 - i % WORD];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(digits, e);
        }
    }
}
