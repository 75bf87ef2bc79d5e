package dev.portico.link;

import dev.portico.share.Target;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Connects to the local service. `localhost` is whichever of 127.0.0.1 and ::1 listens.
final class LocalConnect {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final byte[] LOOPBACK4 = {127, 0, 0, 1};
    private static final byte[] LOOPBACK6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    sealed interface Outcome {}

    /// @param local in non-blocking mode
    record Connected(SocketChannel local) implements Outcome {}

    record Refused(String reason) implements Outcome {}

    /// The answer cannot be had without looking up a name or waiting for another computer.
    record Elsewhere() implements Outcome {}

    /// Under way: [#finish] tells when the socket can be written, or has failed.
    record Pending(SocketChannel local, List<SocketAddress> others) implements Outcome {}

    private LocalConnect() {}

    /// Never blocks.
    static Outcome atOnce(Target target) {
        return switch (target) {
            case Target.UnixSocket(var path) ->
                    tryAllNow(List.of(UnixDomainSocketAddress.of(path)));
            case Target.Tcp tcp when tcp.isThisComputer() -> tryAllNow(loopback(tcp));
            case Target.Tcp _ -> new Elsewhere();
        };
    }

    /// Blocks for ten seconds at most for each address that the name has.
    static Outcome patiently(Target target) {
        List<SocketAddress> addresses = new ArrayList<>();
        switch (target) {
            case Target.UnixSocket(var path) -> addresses.add(UnixDomainSocketAddress.of(path));
            case Target.Tcp tcp when tcp.isThisComputer() -> addresses.addAll(loopback(tcp));
            case Target.Tcp(String host, int port) -> {
                try {
                    for (InetAddress address : InetAddress.getAllByName(host)) {
                        addresses.add(new InetSocketAddress(address, port));
                    }
                } catch (UnknownHostException _) {
                    return new Refused("the name " + host + " is not known");
                }
            }
        }
        Outcome outcome = new Refused("the name has no address");
        for (SocketAddress address : addresses) {
            outcome = tryPatiently(address);
            if (outcome instanceof Connected) {
                return outcome;
            }
        }
        return outcome;
    }

    private static List<SocketAddress> loopback(Target.Tcp target) {
        try {
            if (!target.host().equals("localhost")) {
                return List.of(
                        new InetSocketAddress(InetAddress.ofLiteral(target.host()), target.port()));
            }
            return List.of(
                    new InetSocketAddress(InetAddress.getByAddress(LOOPBACK4), target.port()),
                    new InetSocketAddress(InetAddress.getByAddress(LOOPBACK6), target.port()));
        } catch (UnknownHostException | IllegalArgumentException _) {
            return List.of();
        }
    }

    /// Looks again at a connection that was under way. Never blocks.
    static Outcome finish(Pending pending) {
        try {
            return pending.local().finishConnect() ? connected(pending.local()) : pending;
        } catch (IOException e) {
            Outcome refused = refused(pending.local(), e);
            return pending.others().isEmpty() ? refused : tryAllNow(pending.others());
        }
    }

    private static Outcome tryAllNow(List<SocketAddress> addresses) {
        Outcome outcome = new Refused("there is no such address");
        for (int i = 0; i < addresses.size() && outcome instanceof Refused; i++) {
            outcome = tryNow(addresses.get(i), addresses.subList(i + 1, addresses.size()));
        }
        return outcome;
    }

    /// On loopback the handshake is usually over when connect returns, though it says otherwise: a
    /// second look then saves a turn of the selector.
    private static Outcome tryNow(SocketAddress address, List<SocketAddress> others) {
        SocketChannel local = null;
        try {
            local = open(address);
            local.configureBlocking(false);
            return local.connect(address) || local.finishConnect()
                    ? connected(local)
                    : new Pending(local, others);
        } catch (IOException | UnsupportedOperationException e) {
            return refused(local, e);
        }
    }

    private static Outcome tryPatiently(SocketAddress address) {
        SocketChannel local = null;
        try {
            local = open(address);
            if (address instanceof InetSocketAddress) {
                local.socket().connect(address, PATIENCE_MILLIS);
            } else {
                local.connect(address);
            }
            local.configureBlocking(false);
            return connected(local);
        } catch (IOException | UnsupportedOperationException e) {
            return refused(local, e);
        }
    }

    private static Connected connected(SocketChannel local) throws IOException {
        if (isItself(local)) {
            throw new ConnectException("Connection refused");
        }
        return new Connected(local);
    }

    /// Where nobody listens on a port that the system also gives to callers, a caller may get that
    /// very port and reach itself (RFC 9293, section 3.5: simultaneous open). The visitor would
    /// hear his own words, and the service could not start.
    static boolean isItself(SocketChannel local) throws IOException {
        return local.getLocalAddress() instanceof InetSocketAddress here
                && here.equals(local.getRemoteAddress());
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        SocketChannel local =
                switch (address) {
                    case UnixDomainSocketAddress _ ->
                            SocketChannel.open(StandardProtocolFamily.UNIX);
                    case InetSocketAddress inet when inet.getAddress() instanceof Inet4Address ->
                            SocketChannel.open(StandardProtocolFamily.INET);
                    default -> SocketChannel.open(StandardProtocolFamily.INET6);
                };
        if (address instanceof InetSocketAddress) {
            local.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        return local;
    }

    private static Outcome refused(
            @org.jspecify.annotations.Nullable SocketChannel local, Exception e) {
        try {
            if (local != null) {
                local.close();
            }
        } catch (IOException closing) {
            e.addSuppressed(closing);
        }
        return new Refused(e.getMessage() == null ? e.toString() : e.getMessage());
    }
}
