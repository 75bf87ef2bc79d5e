package dev.portico.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// Visits a link from this computer, as anybody on the network would. What comes back proves that
/// it is open to more than the server itself; what does not may have met a firewall.
final class OutsideVisit {
    private static final int CONNECT_MILLIS = 4_000;
    private static final long BACK_MILLIS = 4_000;

    enum Outcome {
        CAME_BACK,
        SOMEBODY_ELSE,
        REFUSED,
        NO_ANSWER,
        NO_WAY,
        /// The address is one of this computer, which proves nothing about others.
        THIS_COMPUTER
    }

    private OutsideVisit() {}

    /// Blocks for eight seconds at most for each address that the host has.
    static Outcome make(ForwardProof proof, String host, int port) throws InterruptedException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException _) {
            return Outcome.NO_WAY;
        }
        Outcome best = Outcome.NO_WAY;
        for (InetAddress address : addresses) {
            Outcome one = make(proof, address, port);
            if (one.compareTo(best) < 0 || isOfThisComputer(address)) {
                best = one;
            }
            if (best == Outcome.CAME_BACK) {
                break;
            }
        }
        return best;
    }

    static Outcome make(ForwardProof proof, InetAddress address, int port)
            throws InterruptedException {
        return isOfThisComputer(address)
                ? Outcome.THIS_COMPUTER
                : visit(proof, address, port, from -> !ForwardProof.isLoopback(from));
    }

    /// As [#make] for a server on this computer, of which a visit proves only whose the port is.
    static Outcome onThisComputer(ForwardProof proof, int port) throws InterruptedException {
        return visit(proof, InetAddress.ofLiteral("127.0.0.1"), port, ForwardProof::isLoopback);
    }

    private static Outcome visit(
            ForwardProof proof, InetAddress address, int port, Predicate<String> origin)
            throws InterruptedException {
        try (Socket socket = new Socket();
                ForwardProof.Expected nonce = proof.expect(origin)) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            socket.getOutputStream().write(nonce.bytes());
            nonce.back().get(BACK_MILLIS, TimeUnit.MILLISECONDS);
            return Outcome.CAME_BACK;
        } catch (TimeoutException _) {
            return Outcome.SOMEBODY_ELSE;
        } catch (IOException e) {
            return outcome(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome outcome(IOException e) {
        return switch (e) {
            case SocketTimeoutException _ -> Outcome.NO_ANSWER;
            case NoRouteToHostException _ -> Outcome.NO_ANSWER;
            case ConnectException refused
                    when String.valueOf(refused.getMessage()).contains("refused") ->
                    Outcome.REFUSED;
            case ConnectException _ -> Outcome.NO_ANSWER;
            default -> Outcome.NO_WAY;
        };
    }

    static boolean isOfThisComputer(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException _) {
            return false;
        }
    }
}
