package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.SignIn;

import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener.Event;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Servers with which the key exchange goes well, and the sign-in does not.
@Timeout(120)
class HostileDuringSignInTest {
    @TempDir Path folder;

    @BeforeAll
    static void loadWhatEveryConnectionNeeds(@TempDir Path folder) throws Exception {
        new WatchedAttempt(folder, Asker.NOBODY).loadWhatEveryConnectionNeeds();
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

                    @Override
                    public Optional<List<char[]>> answers(PromptsQuestion question) {
                        asked.incrementAndGet();
                        return Optional.of(
                                question.prompts().stream()
                                        .map(_ -> "123456".toCharArray())
                                        .toList());
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

    private Problem attempt(HostileSshd sshd, Told told) throws Exception {
        return new WatchedAttempt(folder, Asker.NOBODY).at(sshd.port(), told);
    }

    /// Until the client has gone.
    private static boolean waits(Session session) {
        Await.until(Duration.ofSeconds(20), () -> !session.isOpen());
        return false;
    }

    private static boolean floods(Session session) {
        try {
            while (true) {
                HostileSshd.send(
                        session, SshBytes.IGNORE, fields -> fields.putString("x".repeat(8_000)));
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
