package dev.portico.link;

import java.util.concurrent.TimeoutException;

/// Reads a server's `GatewayPorts` from how it answers three requests for listeners: one that only
/// an obedient server refuses, and a pair that stand in each other's way where each takes all
/// addresses.
///
/// The server is asked once a session. Thread-safe.
final class GatewayProbe {
    /// For documentation (RFC 5737), so no server has it.
    private static final String NOBODYS_ADDRESS = "203.0.113.254";

    private static final String LOOPBACK4 = "127.0.0.1";
    private static final String LOOPBACK6 = "::1";

    private final Link link;
    private GatewayPorts known = GatewayPorts.UNKNOWN;

    GatewayProbe(Link link) {
        this.link = link;
    }

    synchronized GatewayPorts ask() throws InterruptedException {
        if (known == GatewayPorts.UNKNOWN) {
            try (TrialPorts trial = new TrialPorts(link)) {
                known = ask(trial);
            } catch (TimeoutException _) {
                return GatewayPorts.UNKNOWN;
            }
        }
        return known;
    }

    private GatewayPorts ask(TrialPorts trial) throws InterruptedException, TimeoutException {
        boolean takesAnyAddress = trial.open(NOBODYS_ADDRESS, 0).granted();
        GlobalRequests.Reply four = trial.open(LOOPBACK4, 0);
        if (!four.granted()) {
            return GatewayPorts.UNKNOWN; // only certain ports, or none, are permitted
        }
        if (RemoteForward.isOverridden(four)) {
            return GatewayPorts.YES;
        }
        if (trial.open(LOOPBACK6, four.port()).granted()) {
            return takesAnyAddress ? GatewayPorts.NO : GatewayPorts.CLIENT_SPECIFIED;
        }
        return takesAnyAddress ? withoutSix(trial) : GatewayPorts.CLIENT_SPECIFIED;
    }

    /// OpenSSH would have said by now that it overrides the address; Dropbear takes both loopback
    /// addresses for either. Any other one that can listen on `::1` alone has all addresses in use.
    private GatewayPorts withoutSix(TrialPorts trial)
            throws InterruptedException, TimeoutException {
        boolean isPlain =
                link.software().startsWith("OpenSSH") || link.software().startsWith("dropbear");
        return isPlain || !trial.open(LOOPBACK6, 0).granted() ? GatewayPorts.NO : GatewayPorts.YES;
    }
}
