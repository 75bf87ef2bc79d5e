package dev.portico.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.Account;
import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.link.Problems;
import dev.portico.share.BadInput;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// Whatever goes wrong in the middle leaves the server as it was.
@RequiresSshd
@Timeout(120)
class SetUpFailsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path folder;
    private Account account;

    @BeforeEach
    void makeAccount() {
        account = Account.make("unused " + UUID.randomUUID());
    }

    @AfterEach
    void removeAccount() {
        account.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sshdFindsFaultWithTheConfiguration(boolean dropIns) throws Exception {
        try (OwnServer own = OwnServer.start(dropIns);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            Plan plan = rig.plan(true);
            Files.writeString(own.config(), "\nNoSuchWord yes\n", StandardOpenOption.APPEND);
            Map<String, String> before = own.everything(home());
            Problem problem = Problems.of(() -> rig.apply(plan));
            assertThat(problem.code()).isEqualTo(ProblemCode.SETUP_FAILED);
            assertThat(problem.facts()).containsEntry("step", "check");
            assertThat(problem.raw()).contains("NoSuchWord");
            assertThat(own.everything(home())).isEqualTo(before);
        }
    }

    @Test
    void sshdCannotBeReloaded() throws Exception {
        try (OwnServer own = OwnServer.start(true);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            rig.places = own.places("echo no such service >&2; false");
            Plan plan = rig.plan(true);
            Map<String, String> before = own.everything(home());
            Problem problem = Problems.of(() -> rig.apply(plan));
            assertThat(problem.facts()).containsEntry("step", "reload");
            assertThat(problem.raw()).contains("no such service");
            assertThat(own.everything(home())).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "config", "reload", "done"})
    void theConnectionIsLost(String step) throws Exception {
        try (OwnServer own = OwnServer.start(true);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            Plan plan = rig.plan(true);
            Map<String, String> before = own.everything(home());
            rig.patience = Duration.ofSeconds(4);
            rig.step = step;
            rig.atStep = () -> Thread.ofVirtual().start(() -> cut(own));
            Problem problem = Problems.of(() -> rig.apply(plan));
            assertThat(problem.code()).isIn(ProblemCode.SETUP_FAILED, ProblemCode.SETUP_UNPROVEN);
            Await.until(
                    SOON,
                    "the server to take it back",
                    () -> own.everything(home()).equals(before));
        }
    }

    @Test
    void theDiskIsFull() throws Exception {
        try (OwnServer own = OwnServer.start(true);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            Path drop = own.sshd().folder().resolve("sshd_config.d");
            String disk = drop.toString();
            assumeTrue(
                    Commands.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk).exitCode()
                            == 0,
                    "no disk of its own for this test");
            try {
                Commands.run("dd", "if=/dev/zero", "of=" + disk + "/full", "bs=4k");
                Plan plan = rig.plan(true);
                Map<String, String> before = own.everything(home());
                Problem problem = Problems.of(() -> rig.apply(plan));
                assertThat(problem.facts()).containsEntry("step", "config");
                assertThat(problem.raw()).contains("No space left");
                assertThat(own.everything(home())).isEqualTo(before);
            } finally {
                Commands.succeed("umount", disk);
            }
        }
    }

    @Test
    void theNewAccountMayNotSignIn() throws Exception {
        try (OwnServer own = OwnServer.start(true, "AllowUsers root");
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            Plan plan = rig.plan(true);
            Map<String, String> before = own.everything(home());
            assertThat(Problems.of(() -> rig.apply(plan)).code())
                    .isEqualTo(ProblemCode.SETUP_UNPROVEN);
            assertThat(own.everything(home())).isEqualTo(before);
        }
    }

    @Test
    void whoIsNotRootIsTold() throws Exception {
        try (OwnServer own = OwnServer.start(true);
                SetUpRig rig = new SetUpRig(own, folder, "somebody")) {
            account.authorize(Path.of(own.sshd().keyFile() + ".pub"));
            var server = own.server().at("127.0.0.1", own.sshd().port(), account.name());
            try (SetUp setUp = rig.begin(server)) {
                assertThat(Problems.of(() -> setUp.look("somebody")).code())
                        .isEqualTo(ProblemCode.SETUP_NOT_ROOT);
            }
        }
    }

    @Test
    void oneFileForTheKeysOfAllIsRefused() throws Exception {
        try (OwnServer own = OwnServer.start(true);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            String config = Files.readString(own.config());
            Files.writeString(own.config(), config.replace(" .ssh/authorized_keys", ""));
            Problem problem = Problems.of(() -> rig.plan(true));
            assertThat(problem.facts()).containsEntry(Problem.WHY, "keys");
        }
    }

    @Test
    void theOwnAccountAndRootAreRefused() throws Exception {
        try (OwnServer own = OwnServer.start(true);
                SetUpRig rig = new SetUpRig(own, folder, account.name());
                SetUp setUp = rig.begin(own.server())) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> setUp.look(own.server().user()));
        }
    }

    /// As a cut line does in the end: what a session had begun is not touched.
    private static void cut(OwnServer own) {
        RealSshd.signal(
                "KILL",
                own.sshd().sessions().stream()
                        .filter(
                                pid ->
                                        Commands.run("cat", "/proc/" + pid + "/comm")
                                                .output()
                                                .equals("sshd\n"))
                        .toList());
    }

    private Path home() {
        return Path.of("/home", account.name());
    }
}
