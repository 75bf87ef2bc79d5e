package dev.portico.practice;

import dev.portico.share.HostKeys;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.KeySetPublickeyAuthenticator;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.DirectTcpipFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// An SSH server for one key, on the loopback address, that can do nothing but forward: it knows no
/// session channel, so there is no shell, no command, no file transfer, no agent and no X11.
final class PracticeServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String USER = "portico";
    private static final int MOST_SESSIONS = 8;
    private static final int MOST_CHANNELS = 256;
    private static final Duration TO_SIGN_IN = Duration.ofSeconds(30);

    private final SshServer ssh;
    private final OneKey key;
    private final Logger mina; // held, or the level that is set on it may be forgotten

    private PracticeServer(SshServer ssh, OneKey key, Logger mina) {
        this.ssh = ssh;
        this.key = key;
        this.mina = mina;
    }

    static PracticeServer start(int port) throws IOException {
        Logger mina = Logger.getLogger("org.apache.sshd");
        if (mina.getLevel() == null) {
            mina.setLevel(Level.OFF); // refusals are the daily work here, not news for the terminal
        }
        OneKey key = OneKey.make();
        KeyPair hostKey = OneKey.newPair();
        SshServer ssh = forwarding(port, key.pair(), hostKey);
        try {
            Quietly.run(mina, ssh::start);
            key.trust(HOST, ssh.getPort(), hostKey.getPublic());
        } catch (IOException | RuntimeException e) {
            new PracticeServer(ssh, key, mina).close();
            throw e;
        }
        return new PracticeServer(ssh, key, mina);
    }

    Server profile() {
        return new Server(
                        Server.PRACTICE,
                        HOST,
                        ssh.getPort(),
                        USER,
                        new SignIn.KeyFiles(List.of(keyFile())))
                .withHostKeys(new HostKeys(Optional.of(key.knownHosts()), false))
                .withBind(Optional.of("localhost"));
    }

    Path keyFile() {
        return key.file();
    }

    @Override
    public void close() {
        try {
            ssh.stop(true);
        } catch (IOException e) {
            mina.log(Level.WARNING, "the practice server did not end cleanly", e);
        }
        key.close();
    }

    private static SshServer forwarding(int port, KeyPair client, KeyPair host) {
        SshServer ssh = SshServer.setUpDefaultServer();
        ssh.setHost(HOST);
        ssh.setPort(port);
        ssh.setKeyPairProvider(KeyPairProvider.wrap(host));
        ssh.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        ssh.setPublickeyAuthenticator(
                new KeySetPublickeyAuthenticator(USER, List.of(client.getPublic())));
        ssh.setChannelFactories(List.of(DirectTcpipFactory.INSTANCE));
        OwnPortsOnly ownPorts = new OwnPortsOnly();
        ssh.setForwardingFilter(ownPorts);
        ssh.addPortForwardingEventListener(ownPorts);
        ssh.addSessionListener(ownPorts);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(ssh, "PORTICO-PRACTICE");
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(ssh, MOST_SESSIONS);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(ssh, MOST_CHANNELS);
        CoreModuleProperties.AUTH_TIMEOUT.set(ssh, TO_SIGN_IN);
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, Duration.ZERO); // a share without visitors stays
        return ssh;
    }
}
