package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.AskingServer;
import dev.portico.fixture.MemoryKeyring;
import dev.portico.fixture.ScriptedAsker;
import dev.portico.share.Asker;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Signing in at a server that asks more than a password: the practice server's library, since a
/// real one needs modules for it that few computers have.
class CodeSignInTest {
    private static final Asker.Prompt PASSWORD = new Asker.Prompt("Password: ", false);
    private static final Asker.Prompt CODE = new Asker.Prompt("Verification code: ", true);
    private static final Asker.Prompt ONE_TIME = new Asker.Prompt("One-time password: ", false);

    @TempDir Path folder;

    private final MemoryKeyring keyring = new MemoryKeyring();

    @Test
    void severalPromptsAreAskedTogetherEachSeenOrNot() throws Exception {
        ScriptedAsker asker = ScriptedAsker.keeping("secret", "123456", "secret", "654321");
        try (AskingServer server =
                        AskingServer.start(folder, List.of("secret", "123456"), PASSWORD, CODE);
                SignInRig rig = new SignInRig(asker, keyring, Optional.empty())) {
            rig.open(server.profile());
            assertThat(asker.prompts).hasSize(1);
            assertThat(asker.prompts.getFirst().prompts())
                    .containsExactly(
                            new Asker.Prompt("Password:", false),
                            new Asker.Prompt("Verification code:", true));
            assertThat(asker.prompts.getFirst().instruction()).contains("Two of them");
            assertThat(rig.problem(server.profile()).code()).isEqualTo(ProblemCode.AUTH_REFUSED);
            assertThat(asker.prompts).hasSize(2);
            assertThat(server.tries()).isEqualTo(2);
        }
        assertThat(keyring.secrets()).isEmpty();
    }

    @Test
    void aCodeIsNeverHeldNorKept() throws Exception {
        ScriptedAsker asker = ScriptedAsker.keeping("111111", "111111");
        try (AskingServer server = AskingServer.start(folder, List.of("111111"), ONE_TIME);
                SignInRig rig = new SignInRig(asker, keyring, Optional.empty())) {
            rig.open(server.profile());
            rig.open(server.profile());
        }
        assertThat(asker.prompts).hasSize(2);
        assertThat(asker.secrets).isEmpty();
        assertThat(keyring.secrets()).isEmpty();
    }

    @Test
    void aCodeThatNobodyEntersEndsItWithoutATry() throws Exception {
        try (AskingServer server = AskingServer.start(folder, List.of("111111"), ONE_TIME);
                SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            assertThat(rig.problem(server.profile()).code())
                    .isEqualTo(ProblemCode.PASSWORD_MISSING);
            assertThat(server.tries()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Password:,1",
        "(me@host) Password: ,1",
        "me@host's password: ,1",
        "Password for me@host:,1",
        "Password & verification code: ,0",
        "New password:,0",
        "One-time password (OATH) for me: ,0"
    })
    void onlyThePasswordOfTheAccountIsASecretToKeep(String prompt, int secrets) throws Exception {
        ScriptedAsker asker = ScriptedAsker.keeping("secret");
        try (AskingServer server =
                        AskingServer.start(
                                folder, List.of("secret"), new Asker.Prompt(prompt, false));
                SignInRig rig = new SignInRig(asker, keyring, Optional.empty())) {
            rig.open(server.profile());
        }
        assertThat(asker.secrets).hasSize(secrets);
        assertThat(keyring.secrets()).hasSize(secrets);
    }

    @Test
    void theWordsOfTheServerAreMadePlain() throws Exception {
        ScriptedAsker asker = ScriptedAsker.answering("1");
        Asker.Prompt wild = new Asker.Prompt("\u001b[31mCode\u202e: ", false);
        try (AskingServer server = AskingServer.start(folder, List.of("1"), wild);
                SignInRig rig = new SignInRig(asker)) {
            rig.open(server.profile());
        }
        assertThat(asker.prompts.getFirst().prompts().getFirst().text())
                .isEqualTo("\\u001b[31mCode\\u202e:");
    }
}
