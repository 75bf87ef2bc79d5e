package dev.portico.link;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads a server's `GatewayPorts` from how it answers three requests for listeners: one that only
/// an obedient server refuses, and a pair that stand in each other's way where each takes all
/// addresses. They ride on the session that is there, so that nobody has to sign in twice; who
/// visits one of them in the meantime is refused.
///
/// The server is asked once a session. Thread-safe.
final class GatewayProbe {
    /// For documentation (RFC 5737), so no server has it.
    private static final String NOBODYS_ADDRESS = "203.0.113.254";

    private static final String LOOPBACK4 = "127.0.0.1";
    private static final String LOOPBACK6 = "::1";
    private static final long REPLY_SECONDS = 10;

    private record Listener(String bind, int port) {}

    private final Link link;
    private GatewayPorts known = GatewayPorts.UNKNOWN;

    GatewayProbe(Link link) {
        this.link = link;
    }

    synchronized GatewayPorts ask() throws InterruptedException {
        if (known == GatewayPorts.UNKNOWN) {
            known = new Round().ask();
        }
        return known;
    }

    private final class Round {
        private final List<Listener> granted = new ArrayList<>();

        GatewayPorts ask() throws InterruptedException {
            try {
                return judge();
            } catch (TimeoutException _) {
                return GatewayPorts.UNKNOWN;
            } finally {
                granted.forEach(this::cancel);
            }
        }

        private GatewayPorts judge() throws InterruptedException, TimeoutException {
            boolean takesAnyAddress = open(NOBODYS_ADDRESS, 0).granted();
            GlobalRequests.Reply four = open(LOOPBACK4, 0);
            if (!four.granted()) {
                return GatewayPorts.UNKNOWN; // only certain ports, or none, are permitted
            }
            if (RemoteForward.isOverridden(four)) {
                return GatewayPorts.YES;
            }
            if (open(LOOPBACK6, four.port()).granted()) {
                return takesAnyAddress ? GatewayPorts.NO : GatewayPorts.CLIENT_SPECIFIED;
            }
            return takesAnyAddress ? withoutSix() : GatewayPorts.CLIENT_SPECIFIED;
        }

        /// OpenSSH would have said by now that it overrides the address; Dropbear takes both
        /// loopback addresses for either. Any other one that can listen on `::1` alone has all
        /// addresses in use.
        private GatewayPorts withoutSix() throws InterruptedException, TimeoutException {
            boolean known =
                    link.software().startsWith("OpenSSH") || link.software().startsWith("dropbear");
            return known || !open(LOOPBACK6, 0).granted() ? GatewayPorts.NO : GatewayPorts.YES;
        }

        private GlobalRequests.Reply open(String bind, int port)
                throws InterruptedException, TimeoutException {
            GlobalRequests.Reply reply = await(send("tcpip-forward", bind, port));
            if (reply.granted()) {
                granted.add(new Listener(bind, port == 0 ? reply.port() : port));
            }
            return reply;
        }

        private void cancel(Listener listener) {
            send("cancel-tcpip-forward", listener.bind(), listener.port());
        }

        private CompletableFuture<GlobalRequests.Reply> send(
                String request, String bind, int port) {
            CompletableFuture<GlobalRequests.Reply> reply = new CompletableFuture<>();
            link.requests()
                    .ask(GlobalRequests.request(request).string(bind).int32(port), reply::complete);
            return reply;
        }

        private GlobalRequests.Reply await(CompletableFuture<GlobalRequests.Reply> reply)
                throws InterruptedException, TimeoutException {
            try {
                CompletableFuture.anyOf(reply, link.end()).get(REPLY_SECONDS, TimeUnit.SECONDS);
                GlobalRequests.Reply now = reply.getNow(null);
                if (now == null) {
                    throw new TimeoutException("the session is over");
                }
                return now;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
