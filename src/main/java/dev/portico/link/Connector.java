package dev.portico.link;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.PacketSession;
import com.jcraft.jsch.SignInSteps;

import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Secrets;
import dev.portico.share.Server;
import dev.portico.share.ShareState.Step;
import dev.portico.share.SignIn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Makes a session with a server, within one deadline.
final class Connector {
    private static final String CHACHA = "chacha20-poly1305@openssh.com";
    private static final String CIPHERS =
            "aes128-gcm@openssh.com,aes256-gcm@openssh.com,"
                    + CHACHA
                    + ",aes128-ctr,aes192-ctr,aes256-ctr";
    private static final String MACS =
            "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512";

    /// AES-GCM first, for which processors have instructions. No SHA-1, no compression, keys only
    /// from the key list; the rest are JSch's defaults: post-quantum key exchange first, strict key
    /// exchange.
    private static final Map<String, String> OPTIONS =
            Map.ofEntries(
                    Map.entry("StrictHostKeyChecking", "yes"),
                    Map.entry("enable_strict_kex", "yes"),
                    Map.entry("compression.c2s", "none"),
                    Map.entry("compression.s2c", "none"),
                    Map.entry("cipher.c2s", CIPHERS),
                    Map.entry("cipher.s2c", CIPHERS),
                    Map.entry(CHACHA, ChaChaPoly.class.getName()),
                    Map.entry("random", FetchedRandom.class.getName()),
                    Map.entry("mac.c2s", MACS),
                    Map.entry("mac.s2c", MACS),
                    Map.entry("MaxAuthTries", "6"));

    private final KnownHostsFile knownHosts;
    private final Asker asker;
    private final Secrets secrets;
    private final Agents agents;
    private final AtomicLong visitorNumbers = new AtomicLong();

    Connector(Path ownKnownHosts, Asker asker, Secrets secrets, Agents agents) {
        this.knownHosts = new KnownHostsFile(ownKnownHosts);
        this.asker = asker;
        this.secrets = secrets;
        this.agents = agents;
    }

    /// Blocks. An interrupt is not looked at: to give up, close what `started` was given.
    ///
    /// @param started gets the means to give up
    Link connect(Server server, Consumer<Step> progress, Consumer<Runnable> started)
            throws ProblemException {
        var closing =
                new Object() {
                    Runnable socket = () -> {};
                };
        try (Deadline deadline =
                new Deadline(server.connectTimeout(), () -> closing.socket.run())) {
            RawSocket socket = new RawSocket(deadline, progress);
            closing.socket = socket::close;
            started.accept(socket::close);
            return connect(server, progress, deadline, socket);
        }
    }

    private Link connect(
            Server server, Consumer<Step> progress, Deadline deadline, RawSocket socket)
            throws ProblemException {
        JSch jsch = new JSch();
        jsch.setInstanceLogger(new JschLog());
        Interview interview = new Interview(server, secrets, deadline);
        Identities identities = new Identities(server, jsch, secrets, deadline, agents);
        Link link = null;
        HostKeyCheck hostKey = null;
        try (interview;
                identities) {
            PacketSession session =
                    new PacketSession(jsch, server.user(), server.host(), server.port());
            link = new Link(server, session, socket, visitorNumbers);
            hostKey =
                    new HostKeyCheck(
                            server,
                            knownHosts,
                            asker,
                            deadline,
                            () -> progress.accept(Step.SIGN_IN));
            OPTIONS.forEach(session::setConfig);
            SignInSteps.OPTIONS.forEach(session::setConfig);
            session.setConfig("PreferredAuthentications", methods(server.signIn()));
            session.setIdentityRepository(identities.collect());
            session.setHostKeyRepository(hostKey);
            session.setUserInfo(interview);
            session.setSocketFactory(socket);
            session.setThreadFactory(
                    work ->
                            Thread.ofPlatform()
                                    .daemon()
                                    .name("reader-" + server.name())
                                    .unstarted(work));
            session.connect();
            link.start();
            SessionHold.on(link);
            progress.accept(Step.PORT);
            return link;
        } catch (ProblemException e) {
            abandon(link, socket);
            throw e;
        } catch (JSchException | IOException | RuntimeException e) {
            abandon(link, socket);
            Problem problem =
                    hostKey == null
                            ? Diagnosis.unexpected(e)
                            : Diagnosis.ofConnecting(
                                    server, socket, deadline, hostKey, interview, e);
            if (problem.code() == ProblemCode.AUTH_REFUSED && identities.setAside().isPresent()) {
                throw identities.setAside().get();
            }
            throw new ProblemException(problem, e);
        }
    }

    private static void abandon(@org.jspecify.annotations.Nullable Link link, RawSocket socket) {
        socket.close();
        if (link != null) {
            link.abandon();
        }
    }

    private static String methods(SignIn signIn) {
        return switch (signIn) {
            case SignIn.KeyFiles _, SignIn.Agent _, SignIn.Automatic _ ->
                    "publickey,keyboard-interactive,password";
            case SignIn.Password _ -> "password,keyboard-interactive";
        };
    }
}
