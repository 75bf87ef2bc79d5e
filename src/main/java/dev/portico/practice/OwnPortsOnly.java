package dev.portico.practice;

import org.apache.sshd.common.forward.PortForwardingEventListener;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.forward.ForwardingFilter;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Listens on the loopback address only, and connects to the ports that it granted itself and to
/// nothing else: who finds the key gains no way into other services of this computer.
///
/// A wish for everyone is refused, not granted on loopback instead, so that nobody takes a port for
/// public that is not.
final class OwnPortsOnly implements ForwardingFilter, PortForwardingEventListener, SessionListener {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final Map<Session, Set<InetSocketAddress>> granted = new ConcurrentHashMap<>();

    @Override
    public boolean canListen(SshdSocketAddress address, Session session) {
        if (LOOPBACK.contains(address.getHostName())) {
            return true;
        }
        explain(session);
        return false;
    }

    @Override
    public boolean canConnect(Type type, SshdSocketAddress address, Session session) {
        return LOOPBACK.contains(address.getHostName())
                && granted.values().stream().anyMatch(own -> own.contains(socket(address)));
    }

    @Override
    public boolean canForwardAgent(Session session, String requestType) {
        return false;
    }

    @Override
    public boolean canForwardX11(Session session, String requestType) {
        return false;
    }

    @Override
    public void establishedExplicitTunnel(
            Session session,
            SshdSocketAddress local,
            @Nullable SshdSocketAddress remote,
            boolean localForwarding,
            @Nullable SshdSocketAddress bound,
            @Nullable Throwable reason) {
        if (bound != null) {
            granted.computeIfAbsent(session, _ -> ConcurrentHashMap.newKeySet()).add(socket(bound));
        }
    }

    @Override
    public void tearingDownExplicitTunnel(
            Session session,
            SshdSocketAddress address,
            boolean localForwarding,
            @Nullable SshdSocketAddress remote) {
        granted.getOrDefault(session, Set.of()).remove(socket(address));
    }

    @Override
    public void sessionClosed(Session session) {
        granted.remove(session);
    }

    private static void explain(Session session) {
        try {
            session.sendDebugMessage(
                    true, "The practice server opens ports for this computer only.", "en");
        } catch (IOException _) {
            return; // the session is ending, nobody is left to tell
        }
    }

    private static InetSocketAddress socket(SshdSocketAddress address) {
        try {
            return new InetSocketAddress(
                    InetAddress.getByName(address.getHostName()), address.getPort());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("loopback has a name everywhere", e);
        }
    }
}
