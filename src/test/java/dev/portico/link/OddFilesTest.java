package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Commands;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.ScriptedAsker;
import dev.portico.share.HostKeys;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Pipes, devices and folders where a file should be. A thread of its own for each test: one that
/// waits in an open cannot be interrupted.
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OddFilesTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "/dev/zero", "/dev/null", "folder", "large"})
    void whatIsNoFileIsNoKeyAndIsNotOpened(String what) throws Exception {
        Path key = odd(what);
        Problem problem = problem(SSHD.server().withSignIn(new SignIn.KeyFiles(List.of(key))));
        assertThat(problem.code()).isEqualTo(ProblemCode.KEY_UNREADABLE);
        assertThat(problem.title(Locale.ENGLISH))
                .contains(
                        key.toString(), what.equals("large") ? "too large" : "not a regular file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "/dev/zero", "/dev/full", "folder", "large"})
    void whatIsNoFileHoldsNoHostKeys(String what) throws Exception {
        Path known = odd(what);
        Server server = SSHD.server().withHostKeys(new HostKeys(Optional.of(known), true));
        Problem problem = problem(server);
        assertThat(problem.code()).isEqualTo(ProblemCode.HOST_KEYS_UNREADABLE);
        assertThat(problem.title(Locale.ENGLISH))
                .contains(
                        known.toString(),
                        what.equals("large") ? "too large" : "not a regular file");
    }

    @ParameterizedTest
    @ValueSource(strings = {".pub", "-cert.pub"})
    void aPipeBesideTheKeyIsLeftAlone(String ending) throws Exception {
        Path key = Files.copy(SSHD.keyFile(), folder.resolve("key"));
        Commands.succeed("mkfifo", key + ending);
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            rig.open(SSHD.server().withSignIn(new SignIn.KeyFiles(List.of(key))));
        }
    }

    @Test
    void theNullDeviceHoldsNoHostKeysAsScriptsExpect() throws Exception {
        HostKeys none = new HostKeys(Optional.of(Path.of("/dev/null")), true);
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            rig.open(SSHD.server().withHostKeys(none));
        }
    }

    @Test
    void aLinkToAFileIsAFile() throws Exception {
        Path key = Files.createSymbolicLink(folder.resolve("key"), SSHD.keyFile());
        Path known = Files.createSymbolicLink(folder.resolve("known"), SSHD.knownHosts());
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            rig.open(
                    SSHD.server()
                            .withSignIn(new SignIn.KeyFiles(List.of(key)))
                            .withHostKeys(new HostKeys(Optional.of(known), false)));
        }
    }

    private static Problem problem(Server server) throws Exception {
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            return rig.problem(server);
        }
    }

    private Path odd(String what) throws Exception {
        Path path = folder.resolve(what);
        switch (what) {
            case "pipe" -> Commands.succeed("mkfifo", path.toString());
            case "folder" -> Files.createDirectory(path);
            case "large" -> {
                try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                    file.setLength(1L << 33);
                }
            }
            default -> {}
        }
        return path;
    }
}
