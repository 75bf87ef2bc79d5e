package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.LocalServices;
import dev.portico.link.OneShare;
import dev.portico.share.Asker;
import dev.portico.share.HostKeys;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener.Event;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Servers with which the key exchange goes well, and nothing after it.
@Timeout(120)
class HostileAfterKeyExchangeTest {
    /// The longest wait for the answer to a request for a port.
    private static final Duration PORT_LIMIT = Duration.ofSeconds(15);

    private static final int DISCONNECT = 1;
    private static final int IGNORE = 2;
    private static final int DEBUG = 4;
    private static final int REQUEST_SUCCESS = 81;
    private static final int REQUEST_FAILURE = 82;
    private static final int CHANNEL_OPEN = 90;
    private static final int BY_APPLICATION = 11;

    @TempDir Path folder;
    private Path key;

    @BeforeAll
    static void loadWhatEveryConnectionNeeds(@TempDir Path folder) throws Exception {
        Path key = newKey(folder);
        try (HostileSshd sshd = HostileSshd.with(_ -> {})) {
            Server server =
                    new Server(
                                    "x",
                                    "127.0.0.1",
                                    sshd.port(),
                                    "u",
                                    new SignIn.KeyFiles(List.of(key)))
                            .withHostKeys(new HostKeys(Optional.of(folder.resolve("known")), true));
            try (OneShare share = new OneShare(server)) {
                share.open(Target.parse("80")).close();
            }
        }
    }

    private static Path newKey(Path folder) {
        Path key = folder.resolve("key");
        Commands.succeed("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", key.toString());
        return key;
    }

    @BeforeEach
    void makeKey() {
        key = newKey(folder);
    }

    @Fault(number = 45, done = "the server never answers the sign-in")
    void neverAnswersTheSignIn(Told told) throws Exception {
        try (HostileSshd sshd =
                HostileSshd.with(
                        ssh ->
                                ssh.setPublickeyAuthenticator(
                                        (_, _, session) -> waits((Session) session)))) {
            assertThat(attempt(sshd, told).code()).isEqualTo(ProblemCode.CONNECT_TIMEOUT);
        }
    }

    @Fault(number = 45, done = "the server floods messages to ignore during the sign-in")
    void floodsDuringTheSignIn(Told told) throws Exception {
        try (HostileSshd sshd =
                HostileSshd.with(
                        ssh ->
                                ssh.setPublickeyAuthenticator(
                                        (_, _, session) -> floods((Session) session)))) {
            assertThat(attempt(sshd, told).code()).isEqualTo(ProblemCode.CONNECT_TIMEOUT);
        }
    }

    @Fault(number = 45, done = "the server asks for one code after the other, for ever")
    void asksForEver(Told told) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Asker answers =
                new Asker() {
                    @Override
                    public boolean trusts(HostKeyQuestion question) {
                        return false;
                    }

                    @Override
                    public Optional<char[]> secret(SecretQuestion question) {
                        asked.incrementAndGet();
                        return Optional.of("123456".toCharArray());
                    }
                };
        try (HostileSshd sshd =
                HostileSshd.with(
                        ssh -> {
                            ssh.setUserAuthFactories(
                                    List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
                            ssh.setKeyboardInteractiveAuthenticator(new NeverContent());
                            CoreModuleProperties.MAX_AUTH_REQUESTS.set(ssh, 1_000_000);
                        })) {
            Problem problem =
                    new WatchedAttempt(folder, answers)
                            .at(sshd.port(), new SignIn.Password(), told);
            assertThat(problem.code()).isEqualTo(ProblemCode.AUTH_REFUSED);
            assertThat(asked).hasValueLessThan(10);
        }
    }

    @Fault(number = 45, done = "the server closes when the sign-in begins, and when it has ended")
    void closesAroundTheSignIn(Told told) throws Exception {
        for (Event event : List.of(Event.KeyEstablished, Event.Authenticated)) {
            try (HostileSshd sshd = HostileSshd.closingAfter(event)) {
                assertThat(attempt(sshd, told).code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            }
        }
    }

    @Fault(number = 46, done = "the server's farewell after the sign-in moves the cursor")
    void wickedFarewell(Told told) throws Exception {
        try (HostileSshd sshd =
                HostileSshd.asked(
                        session ->
                                HostileSshd.send(
                                        session,
                                        DISCONNECT,
                                        fields -> {
                                            fields.putInt(BY_APPLICATION);
                                            fields.putString(SshBytes.WICKED);
                                            fields.putString("");
                                        }))) {
            Problem problem = attempt(sshd, told);
            assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            assertThat(problem.raw()).contains("\\u001b[2J", "\\u202e").contains("owned");
        }
    }

    @Fault(number = 46, done = "the reason for a refused port moves the cursor")
    void wickedReason(Told told) throws Exception {
        try (HostileSshd sshd =
                HostileSshd.asked(
                        session -> {
                            debug(session, SshBytes.WICKED);
                            HostileSshd.send(session, REQUEST_FAILURE, _ -> {});
                        })) {
            Problem problem = attempt(sshd, told);
            assertThat(problem.code()).isEqualTo(ProblemCode.FORWARDING_FORBIDDEN);
            assertThat(problem.raw()).contains("\\u001b[2J", "\\u202e").contains("owned");
        }
    }

    @Fault(number = 45, done = "the server never answers the request for a port")
    void neverGrants(Told told) throws Exception {
        try (HostileSshd sshd = HostileSshd.asked(_ -> {})) {
            assertThat(attempt(sshd, told, PORT_LIMIT).code())
                    .isEqualTo(ProblemCode.CONNECTION_LOST);
        }
    }

    @Fault(number = 45, done = "the server floods debug messages after the sign-in")
    void floodsDebug(Told told) throws Exception {
        try (HostileSshd sshd =
                HostileSshd.asked(
                        session -> {
                            while (true) {
                                debug(session, "x".repeat(8_000));
                            }
                        })) {
            assertThat(attempt(sshd, told, PORT_LIMIT).code())
                    .isEqualTo(ProblemCode.CONNECTION_LOST);
        }
    }

    @Fault(number = 47, done = "the server opens 12 000 channels that nobody asked for")
    void opensChannels(Told told) throws Exception {
        try (HostileSshd sshd =
                HostileSshd.asked(
                        session -> {
                            for (int i = 0; i < 3_000; i++) {
                                open(session, "x11", i);
                                open(session, "auth-agent@openssh.com", i);
                                open(session, "session", i);
                                open(session, "forwarded-tcpip", i);
                            }
                            HostileSshd.send(session, REQUEST_FAILURE, _ -> {});
                        })) {
            assertThat(attempt(sshd, told, PORT_LIMIT).code())
                    .isEqualTo(ProblemCode.FORWARDING_FORBIDDEN);
        }
    }

    @Fault(number = 45, done = "the server answers what nobody asked")
    void answersOutOfOrder(Told told) throws Exception {
        try (HostileSshd sshd =
                HostileSshd.asked(
                        session -> {
                            HostileSshd.send(session, REQUEST_SUCCESS, it -> it.putInt(40_000));
                            for (int i = 0; i < 100; i++) {
                                HostileSshd.send(session, REQUEST_FAILURE, _ -> {});
                                HostileSshd.send(session, REQUEST_SUCCESS, _ -> {});
                            }
                        })) {
            Problem problem = attempt(sshd, told);
            assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            assertThat(problem.raw()).contains("broke the SSH protocol");
        }
    }

    @Fault(number = 45, done = "the server grants port 70000")
    void grantsNoPort(Told told) throws Exception {
        for (int port : new int[] {70_000, 0, -1}) {
            try (HostileSshd sshd =
                    HostileSshd.asked(
                            session ->
                                    HostileSshd.send(
                                            session, REQUEST_SUCCESS, it -> it.putInt(port)))) {
                assertThat(attempt(sshd, told).code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            }
        }
    }

    @Fault(number = 48, done = "the server says yes to the port and does not listen on it")
    void listensNot(Told told) throws Exception {
        int port = LocalServices.unusedPort();
        try (HostileSshd sshd =
                HostileSshd.asked(
                        session ->
                                HostileSshd.send(
                                        session, REQUEST_SUCCESS, it -> it.putInt(port)))) {
            assertThat(attempt(sshd, told, PORT_LIMIT).code())
                    .isIn(ProblemCode.NOT_PROVEN, ProblemCode.PORT_TAKEN);
        }
    }

    private Problem attempt(HostileSshd sshd, Told told) throws Exception {
        return attempt(sshd, told, WatchedAttempt.LIMIT);
    }

    private Problem attempt(HostileSshd sshd, Told told, Duration limit) throws Exception {
        return new WatchedAttempt(folder, Asker.NOBODY)
                .at(sshd.port(), new SignIn.KeyFiles(List.of(key)), told, limit);
    }

    private static void debug(Session session, String text) throws IOException {
        HostileSshd.send(
                session,
                DEBUG,
                fields -> {
                    fields.putBoolean(true);
                    fields.putString(text);
                    fields.putString("");
                });
    }

    private static void open(Session session, String type, int id) throws IOException {
        HostileSshd.send(
                session,
                CHANNEL_OPEN,
                fields -> {
                    fields.putString(type);
                    fields.putInt(id);
                    fields.putInt(1_000);
                    fields.putInt(1_000);
                    fields.putString("localhost");
                    fields.putInt(4711);
                    fields.putString("203.0.113.7");
                    fields.putInt(40_000);
                });
    }

    /// Until the client has gone.
    private static boolean waits(Session session) {
        Await.until(Duration.ofSeconds(20), () -> !session.isOpen());
        return false;
    }

    private static boolean floods(Session session) {
        try {
            while (true) {
                HostileSshd.send(session, IGNORE, fields -> fields.putString("x".repeat(8_000)));
            }
        } catch (IOException _) {
            return false; // the client has gone
        }
    }

    /// Whatever is answered, it asks again.
    private static final class NeverContent implements KeyboardInteractiveAuthenticator {
        @Override
        public InteractiveChallenge generateChallenge(
                ServerSession session, String user, String language, String methods) {
            InteractiveChallenge challenge = new InteractiveChallenge();
            challenge.setInteractionName(SshBytes.WICKED);
            challenge.setInteractionInstruction("");
            challenge.addPrompt("Code " + SshBytes.WICKED, true);
            return challenge;
        }

        @Override
        public boolean authenticate(ServerSession session, String user, List<String> answers) {
            return false;
        }
    }
}
