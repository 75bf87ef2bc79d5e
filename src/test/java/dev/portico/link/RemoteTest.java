package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portico.fixture.Await;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.share.Asker;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Remote;
import dev.portico.share.Remote.Door;
import dev.portico.share.Remote.How;
import dev.portico.share.Remote.Ran;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Commands on a real server.
@RequiresSshd
@Timeout(60)
class RemoteTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final byte[] NOTHING = {};

    @RegisterExtension
    static final RealSshd SSHD = RealSshd.forAllTests("X11Forwarding yes", "X11UseLocalhost yes");

    private Links links;
    private Remote remote;

    @BeforeEach
    void open() throws Exception {
        links = new Links(Path.of("no-known-hosts-of-our-own"), Asker.NOBODY);
        remote = links.remote(SSHD.server(), _ -> {});
    }

    @AfterEach
    void close() {
        remote.close();
        links.close();
        Await.until(() -> SSHD.sessions().isEmpty());
    }

    @Test
    void tellsBothOutputsAndTheExitCode() throws Exception {
        Ran ran = run("printf 中文; echo wrong >&2; exit 7");
        assertThat(ran).isEqualTo(new Ran(How.ENDED, OptionalInt.of(7), "中文", "wrong\n"));
        assertThat(ran.isGood()).isFalse();
        assertThat(run("true").isGood()).isTrue();
    }

    @Test
    void givesTheCommandItsInputHoweverLong() throws Exception {
        byte[] input = "0123456789abcdef".repeat(1 << 19).getBytes(StandardCharsets.US_ASCII);
        assertThat(remote.run("wc -c", input, LONG).output().strip())
                .isEqualTo(String.valueOf(input.length));
    }

    @Test
    void aCommandThatDoesNotReadItsInputEndsAllTheSame() throws Exception {
        assertThat(remote.run("exit 3", new byte[8 << 20], LONG).exitCode()).hasValue(3);
    }

    @Test
    void aCommandThatTakesTooLongIsEnded() throws Exception {
        Ran ran = remote.run("echo begun; exec sleep 60", NOTHING, Duration.ofMillis(700));
        assertThat(ran.how()).isEqualTo(How.TOO_LONG);
        assertThat(ran.output()).isEqualTo("begun\n");
        assertThat(run("echo still here").output()).isEqualTo("still here\n");
    }

    @Test
    void aCommandThatSaysTooMuchIsEnded() throws Exception {
        Ran ran = run("yes");
        assertThat(ran.how()).isEqualTo(How.TOO_MUCH);
        assertThat(ran.output()).hasSize(Remote.MOST_OUTPUT);
        assertThat(run("yes >&2").how()).isEqualTo(How.TOO_MUCH);
    }

    @Test
    void manyCommandsRunOneAfterTheOtherAndAtOnce() throws Exception {
        List<CompletableFuture<Ran>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CompletableFuture<Ran> ran = new CompletableFuture<>();
            int number = i;
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    ran.complete(run("echo " + number));
                                } catch (Exception e) {
                                    ran.completeExceptionally(e);
                                }
                            });
            all.add(ran);
        }
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).get().output()).isEqualTo(i + "\n");
        }
    }

    @Test
    void aLostSessionIsAProblem() throws Exception {
        Thread.ofVirtual()
                .start(
                        () -> {
                            Await.until(() -> Files.exists(mark()));
                            SSHD.killSessions("KILL");
                        });
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> run("touch " + mark() + "; sleep 60"))
                .satisfies(
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONNECTION_LOST));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> run("true"));
    }

    @Test
    void aServerThatRunsNoCommandsRefusesThem() throws Exception {
        try (RealSshd none = RealSshd.start("MaxSessions 0");
                Remote refused = links.remote(none.server(), _ -> {})) {
            assertThat(refused.run("true", NOTHING, LONG).how()).isEqualTo(How.REFUSED);
        }
    }

    @Test
    void seesWhichDoorsAreOpen() throws Exception {
        assertThat(open(remote)).contains(Door.SHELL, Door.COMMAND, Door.TERMINAL, Door.AGENT);
        assertThat(remote.mayReach("127.0.0.1", SSHD.port())).isTrue();
        assertThat(remote.mayReach("127.0.0.1", 1)).isTrue();
    }

    @Test
    void seesThatSftpIsOpen() throws Exception {
        try (RealSshd sftp = RealSshd.start("Subsystem sftp internal-sftp");
                Remote there = links.remote(sftp.server(), _ -> {})) {
            assertThat(there.opens(Door.SFTP)).isTrue();
        }
    }

    @Test
    void seesThatAllDoorsAreShut() throws Exception {
        try (RealSshd shut =
                        RealSshd.start(
                                "Subsystem sftp internal-sftp",
                                "ForceCommand /bin/false",
                                "PermitTTY no",
                                "AllowAgentForwarding no",
                                "PermitOpen 127.0.0.1:9");
                Remote there = links.remote(shut.server(), _ -> {})) {
            assertThat(open(there)).isEmpty();
            assertThat(there.mayReach("127.0.0.1", shut.port())).isFalse();
            assertThat(there.mayReach("192.0.2.1", 80)).isFalse();
            assertThat(there.mayReach("127.0.0.1", 9)).isTrue();
        }
    }

    private static List<Door> open(Remote remote) {
        return Stream.of(Door.values())
                .filter(
                        door -> {
                            try {
                                return remote.opens(door);
                            } catch (ProblemException | InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        })
                .toList();
    }

    private static Path mark() {
        return SSHD.folder().resolve("mark");
    }

    private Ran run(String command) throws Exception {
        return remote.run(command, NOTHING, LONG);
    }
}
