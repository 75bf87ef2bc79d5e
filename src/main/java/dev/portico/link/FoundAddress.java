package dev.portico.link;

import dev.portico.share.Server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/// Where visitors find a forward that a visit found open. A server that ignores the address that
/// it was asked for opens its own loopback addresses, and one that was asked for all addresses of
/// one family opens none of the other.
final class FoundAddress {
    private static final String LOOPBACK4 = "127.0.0.1";
    private static final String LOOPBACK6 = "::1";

    private final RemoteForward forward;
    private final Server server;
    private final String at;

    /// @param at the address of the server where it was found
    FoundAddress(RemoteForward forward, String at) {
        this.forward = forward;
        this.server = forward.link().server();
        this.at = at;
    }

    /// Empty where that is what was asked for. Blocks: the other family may be visited.
    Optional<String> host() throws InterruptedException {
        String bind = forward.share().bind();
        boolean isAsAsked =
                switch (bind) {
                    case "localhost", "*", "" -> true;
                    case "::" -> server.publicAddress().isPresent() || reaches(LOOPBACK4);
                    case "0.0.0.0" -> server.publicAddress().isPresent() || reaches(LOOPBACK6);
                    default -> at.equals(bind);
                };
        return isAsAsked ? Optional.empty() : Optional.of(at);
    }

    /// A stranger on the other family's port is nothing to us.
    private boolean reaches(String otherFamily) throws InterruptedException {
        return isOfFamily()
                || forward.proof().visit(otherFamily) instanceof ForwardProof.Result.Proven;
    }

    /// Whether the address that others know is of the family that is open.
    private boolean isOfFamily() {
        boolean isSix = at.equals(LOOPBACK6);
        if (server.host().equals("localhost")) {
            return !isSix;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(server.host()))
                    .anyMatch(address -> address instanceof Inet6Address == isSix);
        } catch (UnknownHostException _) {
            return true; // a name that only the jump server knows, perhaps of both
        }
    }
}
