package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Account;
import dev.portico.fixture.Commands;
import dev.portico.fixture.MemoryKeyring;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.ScriptedAsker;
import dev.portico.share.Asker;
import dev.portico.share.Keyring;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Signing in with a password, at a real server with a real account.
@RequiresSshd
class PasswordSignInTest {
    private static final String RIGHT = "correct horse";
    private static final String BY_PASSWORD = "PasswordAuthentication yes";
    private static final String BY_PROMPT = "KbdInteractiveAuthentication yes";

    private final MemoryKeyring keyring = new MemoryKeyring();
    private Account account;

    @BeforeEach
    void makeAccount() {
        account = Account.make(RIGHT);
    }

    @AfterEach
    void removeAccount() {
        if (account != null) {
            account.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_PASSWORD, BY_PROMPT})
    void thePasswordIsAskedForOnceInARun(String way) throws Exception {
        ScriptedAsker asker = ScriptedAsker.answering(RIGHT);
        try (RealSshd sshd = RealSshd.start(way, "UsePAM yes");
                SignInRig rig = new SignInRig(asker)) {
            rig.open(at(sshd));
            rig.open(at(sshd));
        }
        assertThat(asker.secrets).hasSize(1);
        assertThat(asker.prompts).isEmpty();
    }

    @Test
    void aWrongPasswordIsTriedOnceWhateverElseTheServerOffers() throws Exception {
        ScriptedAsker asker = ScriptedAsker.answering("wrong", RIGHT);
        try (RealSshd sshd = RealSshd.start(BY_PASSWORD, BY_PROMPT, "UsePAM yes");
                SignInRig rig = new SignInRig(asker)) {
            Problem problem = rig.problem(at(sshd));
            assertThat(problem.code()).isEqualTo(ProblemCode.AUTH_REFUSED);
            assertIsOfThePassword(problem);
            assertThat(asker.secrets).hasSize(1);
            assertThat(sshd.log().split("Failed password", -1)).hasSize(2);
            assertThat(sshd.log()).doesNotContain("Failed keyboard-interactive");
            rig.open(at(sshd));
        }
        assertThat(asker.secrets)
                .extracting(Asker.SecretQuestion::again)
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_PASSWORD, BY_PROMPT})
    void afterAWrongPasswordNothingIsSaidOfKeysThatWereTriedBefore(String way) throws Exception {
        try (RealSshd sshd = RealSshd.start(way, "UsePAM yes");
                SignInRig rig = new SignInRig(ScriptedAsker.answering("wrong"))) {
            Problem problem = rig.problem(at(sshd).withSignIn(new SignIn.Automatic()));
            assertThat(problem.code()).isEqualTo(ProblemCode.AUTH_REFUSED);
            assertIsOfThePassword(problem);
        }
    }

    @Test
    void aWrongPasswordThatIsTheLastTryIsSaidToBeOne() throws Exception {
        try (RealSshd sshd = RealSshd.start(BY_PASSWORD, "MaxAuthTries 1");
                SignInRig rig = new SignInRig(ScriptedAsker.answering("wrong"))) {
            Problem problem = rig.problem(at(sshd));
            assertThat(problem.code()).isEqualTo(ProblemCode.AUTH_REFUSED);
            assertIsOfThePassword(problem);
        }
    }

    private static void assertIsOfThePassword(Problem problem) {
        assertThat(problem.remedy(Locale.ENGLISH))
                .startsWith("Enter the password again")
                .contains("PasswordAuthentication yes")
                .doesNotContain("authorized_keys");
        assertThat(problem.remedy(Locale.SIMPLIFIED_CHINESE))
                .contains("PasswordAuthentication yes")
                .doesNotContain("authorized_keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_PASSWORD, BY_PROMPT})
    void aPasswordThatIsTooLongIsNotSentAndSaidToBe(String way) throws Exception {
        ScriptedAsker asker = ScriptedAsker.answering("x".repeat(100_000), RIGHT);
        try (RealSshd sshd = RealSshd.start(way, "UsePAM yes");
                SignInRig rig = new SignInRig(asker)) {
            Problem problem = rig.problem(at(sshd));
            assertThat(problem.code()).isEqualTo(ProblemCode.AUTH_REFUSED);
            assertThat(problem.title(Locale.ENGLISH)).contains("too long");
            assertThat(problem.raw()).isEmpty();
            assertThat(sshd.log()).doesNotContain("Failed");
            rig.open(at(sshd));
        }
    }

    @Test
    void aPasswordThatNobodyGivesEndsItWithoutATry() throws Exception {
        try (RealSshd sshd = RealSshd.start(BY_PASSWORD, BY_PROMPT, "UsePAM yes");
                SignInRig rig = new SignInRig(ScriptedAsker.answering())) {
            assertThat(rig.problem(at(sshd)).code()).isEqualTo(ProblemCode.PASSWORD_MISSING);
            assertThat(sshd.log()).doesNotContain("Failed");
        }
    }

    @Test
    void aKeptPasswordServesTheNextRunUntilItIsRefused() throws Exception {
        Server server;
        try (RealSshd sshd = RealSshd.start(BY_PASSWORD)) {
            server = at(sshd);
            try (SignInRig first = rig(ScriptedAsker.keeping("wrong", RIGHT))) {
                assertThat(first.problem(server).code()).isEqualTo(ProblemCode.AUTH_REFUSED);
                assertThat(keyring.secrets()).isEmpty();
                first.open(server);
            }
            var entry = new Keyring.Entry(Asker.Secret.PASSWORD, server.address());
            assertThat(keyring.secrets()).containsOnlyKeys(entry);
            ScriptedAsker nobody = ScriptedAsker.answering();
            try (SignInRig second = rig(nobody)) {
                second.open(server);
                assertThat(nobody.secrets).isEmpty();
            }
            keyring.secrets().put(entry, "of last year");
            ScriptedAsker asker = ScriptedAsker.answering(RIGHT);
            try (SignInRig third = rig(asker)) {
                assertThat(third.problem(server).code()).isEqualTo(ProblemCode.AUTH_REFUSED);
                assertThat(keyring.secrets()).isEmpty();
                assertThat(asker.secrets).isEmpty();
                third.open(server);
                assertThat(asker.secrets).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"publickey,password", "publickey,keyboard-interactive"})
    void aServerThatWantsAKeyAndAPasswordGetsBoth(String methods) throws Exception {
        ScriptedAsker asker = ScriptedAsker.answering("wrong", RIGHT);
        try (RealSshd sshd =
                        RealSshd.start(
                                "AuthenticationMethods " + methods,
                                "AuthorizedKeysFile .ssh/authorized_keys",
                                BY_PASSWORD,
                                BY_PROMPT,
                                "UsePAM yes");
                SignInRig rig = new SignInRig(asker)) {
            account.authorize(Path.of(sshd.keyFile() + ".pub"));
            Server server = at(sshd).withSignIn(sshd.server().signIn());
            assertThat(rig.problem(server).code()).isEqualTo(ProblemCode.AUTH_REFUSED);
            rig.open(server);
            assertThat(asker.secrets).hasSize(2);
        }
    }

    @Test
    void aKeyThatIsRefusedNeverFallsBackToAPassword() throws Exception {
        ScriptedAsker asker = ScriptedAsker.answering(RIGHT);
        try (RealSshd sshd = RealSshd.start(BY_PASSWORD);
                SignInRig rig = new SignInRig(asker)) {
            Problem problem = rig.problem(at(sshd).withSignIn(sshd.server().signIn()));
            assertThat(problem.code()).isEqualTo(ProblemCode.AUTH_REFUSED);
            assertThat(asker.secrets).isEmpty();
        }
    }

    @Test
    void theAccountGoesWithTheTest() {
        String name = account.name();
        assertThat(Commands.run("id", name).exitCode()).isZero();
        account.close();
        assertThat(Commands.run("id", name).exitCode()).isNotZero();
    }

    private SignInRig rig(Asker asker) {
        return new SignInRig(asker, keyring, Optional.empty());
    }

    private Server at(RealSshd sshd) {
        Server server = sshd.server();
        return new Server(
                        "real", server.host(), server.port(), account.name(), new SignIn.Password())
                .withHostKeys(server.hostKeys());
    }
}
