package dev.portico.faults;

import dev.portico.fixture.Await;

import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.AcceptAllPublickeyAuthenticator;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;

import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// A server that keeps to the key exchange and lets every key in, and then does as it likes.
final class HostileSshd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// What it does instead of what it was asked for.
    interface Deed {
        void with(Session session) throws Exception;
    }

    private final SshServer ssh = SshServer.setUpDefaultServer();

    private HostileSshd() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        ssh.setHost("127.0.0.1");
        ssh.setKeyPairProvider(KeyPairProvider.wrap(generator.generateKeyPair()));
        ssh.setPublickeyAuthenticator(AcceptAllPublickeyAuthenticator.INSTANCE);
        ssh.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
    }

    static HostileSshd with(Consumer<SshServer> settings) throws Exception {
        HostileSshd made = new HostileSshd();
        settings.accept(made.ssh);
        made.ssh.start();
        return made;
    }

    /// @param deed on a thread of its own, when the client asks for a port; no question is answered
    static HostileSshd asked(Deed deed) throws Exception {
        return with(ssh -> ssh.setGlobalRequestHandlers(List.of(new Asked(deed))));
    }

    static HostileSshd closingAfter(SessionListener.Event event) throws Exception {
        SessionListener closing =
                new SessionListener() {
                    @Override
                    public void sessionEvent(Session session, Event now) {
                        if (now == event) {
                            var _ = session.close(true);
                        }
                    }
                };
        return with(ssh -> ssh.addSessionListener(closing));
    }

    int port() {
        return ssh.getPort();
    }

    /// Sends when what was sent before has left: a flood must not gather here.
    static void send(Session session, int type, Consumer<Buffer> fields) throws IOException {
        Buffer packet = session.createBuffer((byte) type, 256);
        fields.accept(packet);
        var _ = session.writePacket(packet).verify(PATIENCE);
    }

    @Override
    public void close() throws IOException {
        ssh.stop(true);
    }

    /// Ends with the session.
    private static void start(Deed deed, Session session) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                deed.with(session);
                            } catch (Exception e) {
                                // the client has left, as it should
                                Await.until(PATIENCE, e.toString(), () -> !session.isOpen());
                            }
                        });
    }

    private record Asked(Deed deed) implements RequestHandler<ConnectionService> {
        @Override
        public Result process(
                ConnectionService service, String request, boolean wantReply, Buffer fields) {
            return switch (request) {
                case "tcpip-forward" -> {
                    start(deed, service.getSession());
                    yield Result.Replied;
                }
                case "cancel-tcpip-forward" -> Result.ReplySuccess;
                default -> Result.Replied; // without a reply
            };
        }
    }
}
