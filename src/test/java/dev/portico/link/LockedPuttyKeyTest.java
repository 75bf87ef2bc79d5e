package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.RealSshd;
import dev.portico.fixture.ScriptedAsker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/// What a wrong passphrase makes of PuTTY's keys is any bytes at all.
class LockedPuttyKeyTest {
    private static final int ROUNDS = 8;

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"version=2", "version=3,memory=1024,passes=1"})
    void aWrongPassphraseIsNothingElseAndTheRightOneStillOpens(String format) throws Exception {
        Path key = PuttyKey.in(folder, SSHD.keyFile(), "open sesame", format);
        Server server = SSHD.server().withSignIn(new SignIn.KeyFiles(List.of(key)));
        for (int i = 0; i < ROUNDS; i++) {
            ScriptedAsker asker =
                    ScriptedAsker.answering("a" + i, "b" + i, "c" + i, "d" + i, "open sesame");
            try (SignInRig rig = new SignInRig(asker)) {
                Problem problem = rig.problem(server);
                assertThat(problem.code()).isEqualTo(ProblemCode.PASSPHRASE_WRONG);
                assertThat(problem.raw()).isEmpty();
                assertThat(asker.secrets).extracting("again").containsExactly(false, true, true);
                rig.open(server);
            }
        }
    }
}
