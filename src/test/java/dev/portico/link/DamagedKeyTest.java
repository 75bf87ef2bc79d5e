package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Commands;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.ScriptedAsker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is wrong in a key file is said without the names of Java.
class DamagedKeyTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAA", "b3BlbnNzaC1rZXktdjEA", "////", "=", "!!"})
    void nothingOfJavaIsShown(String body) throws Exception {
        Path key = folder.resolve("key");
        Commands.succeed("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        List<String> lines = Files.readAllLines(key);
        Files.write(key, List.of(lines.getFirst(), body, lines.getLast()));
        try (SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            Problem problem =
                    rig.problem(SSHD.server().withSignIn(new SignIn.KeyFiles(List.of(key))));
            assertThat(problem.code()).isEqualTo(ProblemCode.KEY_UNREADABLE);
            assertThat(problem.raw())
                    .doesNotContain("Exception", "java.", "arraycopy", "Index", "because");
        }
    }
}
