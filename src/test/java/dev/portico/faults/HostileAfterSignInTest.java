package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.LocalServices;
import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import org.apache.sshd.common.session.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Servers that let one in, and do what they like when they are asked for a port.
@Timeout(120)
class HostileAfterSignInTest {
    /// The longest wait for the answer to a request for a port.
    private static final Duration PORT_LIMIT = Duration.ofSeconds(15);

    private static final int REQUEST_SUCCESS = 81;
    private static final int REQUEST_FAILURE = 82;
    private static final int CHANNEL_OPEN = 90;
    private static final int BY_APPLICATION = 11;

    @TempDir Path folder;

    @BeforeAll
    static void loadWhatEveryConnectionNeeds(@TempDir Path folder) throws Exception {
        new WatchedAttempt(folder, Asker.NOBODY).loadWhatEveryConnectionNeeds();
    }

    @Fault(number = 46, done = "the server's farewell after the sign-in moves the cursor")
    void wickedFarewell(Told told) throws Exception {
        try (HostileSshd sshd =
                HostileSshd.asked(
                        session ->
                                HostileSshd.send(
                                        session,
                                        SshBytes.DISCONNECT,
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

    @Fault(number = 47, done = "the server opens 4000 channels that nobody asked for")
    void opensChannels(Told told) throws Exception {
        try (HostileSshd sshd =
                HostileSshd.asked(
                        session -> {
                            // numbers beside that of the one channel that was asked for
                            for (int i = 1_000; i < 2_000; i++) {
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
            // it may be found out before the answers arrive: nobody listens on what it granted
            Problem problem = attempt(sshd, told, PORT_LIMIT);
            assertThat(List.of(problem.code(), problem.raw()))
                    .isIn(
                            List.of(
                                    ProblemCode.CONNECTION_LOST,
                                    "the server broke the SSH protocol: a reply to no request"),
                            List.of(ProblemCode.NOT_PROVEN, "nobody listens on the granted port"));
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
        return new WatchedAttempt(folder, Asker.NOBODY).at(sshd.port(), told, limit);
    }

    private static void debug(Session session, String text) throws IOException {
        HostileSshd.send(
                session,
                SshBytes.DEBUG,
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
}
