package dev.portico.link;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.PacketSession;
import com.jcraft.jsch.SignInSteps;

import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.Progress.Fact;
import dev.portico.share.Proxy;
import dev.portico.share.Route;
import dev.portico.share.Secrets;
import dev.portico.share.Server;
import dev.portico.share.ShareState.Step;
import dev.portico.share.SignIn;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes a session with a server, stop by stop, within one deadline.
final class Connector implements AutoCloseable {
    private static final Duration PROOF_EVERY = Duration.ofSeconds(30);

    private final KnownHostsFiles knownHosts;
    private final Asker asker;
    private final Secrets secrets;
    private final Agents agents;
    private final Function<String, Optional<Server>> saved;
    private final AtomicLong visitorNumbers = new AtomicLong();
    private final IdleLimits idleLimits = new IdleLimits(PROOF_EVERY);
    private final LostLines lostLines = new LostLines();

    /// @param saved finds the profile of a saved server by its name
    Connector(
            KnownHostsFiles knownHosts,
            Asker asker,
            Secrets secrets,
            Agents agents,
            Function<String, Optional<Server>> saved) {
        this.knownHosts = knownHosts;
        this.asker = asker;
        this.secrets = secrets;
        this.agents = agents;
        this.saved = saved;
    }

    /// Blocks. An interrupt is not looked at: to give up, close what `started` was given.
    ///
    /// @param started gets the means to give up
    Link connect(Server server, Progress progress, Consumer<Runnable> started)
            throws ProblemException {
        Attempt attempt = new Attempt(progress);
        boolean connected = false;
        try (Deadline deadline = new Deadline(server.connectTimeout(), attempt::giveUp)) {
            started.accept(attempt::giveUp);
            Link link = connect(Route.to(server, saved), attempt, deadline);
            progress.reached(Step.PORT);
            connected = true;
            attempt.succeeded();
            return link;
        } finally {
            if (!connected) {
                attempt.giveUp();
            }
        }
    }

    @Override
    public void close() {
        lostLines.close();
    }

    private Link connect(Route route, Attempt attempt, Deadline deadline) throws ProblemException {
        Server goal = route.stops().getLast();
        String place = route.firstPlace();
        Link link = null;
        for (Server saidStop : route.stops()) {
            Server stop = saidStop.withConnectTimeout(deadline.limit());
            try {
                ByteChannel line =
                        link == null
                                ? firstLine(stop, route.proxy(), attempt, deadline)
                                : lineThrough(link, stop);
                if (link == null) {
                    lostLines.reset(place);
                }
                attempt.closing(() -> close(line));
                attempt.reached(Step.HOST_KEY);
                RawSocket socket = new RawSocket(line, old -> lostLines.keep(place, old));
                socket.onIntroduction(software -> attempt.found(Fact.SOFTWARE, software));
                link = signIn(stop, socket, attempt, deadline);
            } catch (ProblemException e) {
                throw saidStop.equals(goal) ? e : WayProblems.atJump(stop, e);
            }
        }
        return Objects.requireNonNull(link, "a route has a goal");
    }

    private ByteChannel firstLine(
            Server stop, Optional<Proxy> proxy, Attempt attempt, Deadline deadline)
            throws ProblemException {
        FirstLine line = new FirstLine(attempt, deadline);
        return proxy.isEmpty() ? line.to(stop) : line.through(proxy.get(), stop, secrets);
    }

    private static ByteChannel lineThrough(Link jump, Server stop) throws ProblemException {
        try {
            return Tunnel.through(jump, stop.host(), stop.port());
        } catch (IOException e) {
            throw new ProblemException(WayProblems.ofTunnel(jump, stop, e), e);
        }
    }

    private Link signIn(Server server, RawSocket socket, Attempt attempt, Deadline deadline)
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
            link = new Link(server, session, socket, visitorNumbers, idleLimits);
            hostKey =
                    new HostKeyCheck(
                            server,
                            knownHosts.of(server),
                            asker,
                            deadline,
                            (type, fingerprint) -> {
                                attempt.found(Fact.KEY_TYPE, type);
                                attempt.found(Fact.FINGERPRINT, fingerprint);
                                attempt.reached(Step.SIGN_IN);
                            });
            Terms.with(server, hostKey).forEach(session::setConfig);
            SignInSteps.OPTIONS.forEach(session::setConfig);
            session.setConfig("PreferredAuthentications", methods(server.signIn()));
            session.setIdentityRepository(identities.collect());
            session.setHostKeyRepository(hostKey);
            session.setUserInfo(interview);
            session.setProxy(socket);
            session.setThreadFactory(
                    work ->
                            Thread.ofPlatform()
                                    .daemon()
                                    .name("reader-" + server.name())
                                    .unstarted(work));
            session.connect();
            link.start();
            return link;
        } catch (ProblemException e) {
            abandon(link, socket);
            throw e;
        } catch (JSchAlgoNegoFailException e) {
            abandon(link, socket);
            boolean known = saved.apply(server.name()).isPresent();
            throw new ProblemException(WayProblems.ofTerms(server, known, e), e);
        } catch (JSchException | IOException | RuntimeException e) {
            abandon(link, socket);
            Problem problem =
                    hostKey == null
                            ? Diagnosis.unexpected(e)
                            : Diagnosis.ofConnecting(
                                    server, socket, deadline, hostKey, interview, e);
            if (problem.code() == ProblemCode.AUTH_REFUSED
                    && !interview.isAnswered()
                    && identities.setAside().isPresent()) {
                throw identities.setAside().get();
            }
            throw new ProblemException(problem, e);
        }
    }

    private static void abandon(@Nullable Link link, RawSocket socket) {
        socket.close();
        if (link != null) {
            link.abandon();
        }
    }

    private static void close(ByteChannel line) {
        try {
            line.close();
        } catch (IOException e) {
            System.getLogger(Connector.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing", e);
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
