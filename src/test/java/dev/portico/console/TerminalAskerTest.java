package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.MemoryKeyring;
import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Secrets;
import dev.portico.share.Server;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

class TerminalAskerTest {
    private static final Server SERVER = Server.parse("me@host");
    private static final String SUBJECT = "/home/me/key";

    private final List<String> prompts = new ArrayList<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicInteger kept = new AtomicInteger();

    private TerminalAsker asker(Map<String, String> env) {
        return new TerminalAsker(
                env,
                (prompt, echo) -> {
                    prompts.add(prompt + (echo ? " (seen)" : ""));
                    return Optional.ofNullable(typed.poll()).map(String::toCharArray);
                },
                new Words(new PrintStream(err, true, StandardCharsets.UTF_8), Locale.ENGLISH));
    }

    private Asker.SecretQuestion question(Asker.Secret what, boolean again, boolean keyring) {
        Optional<Consumer<BooleanSupplier>> keep =
                keyring ? Optional.of(this::keep) : Optional.empty();
        return new Asker.SecretQuestion(SERVER, what, SUBJECT, again, keep);
    }

    private void keep(BooleanSupplier wanted) {
        kept.addAndGet(wanted.getAsBoolean() ? 1 : 0);
    }

    private static Asker.PromptsQuestion prompts(Asker.Prompt... prompts) {
        return new Asker.PromptsQuestion(SERVER, "me@host:22", "Two of them.", List.of(prompts));
    }

    @Test
    void theEnvironmentIsAnAnswerGivenBeforehand() {
        TerminalAsker asker = asker(Map.of("PORTICO_PASSPHRASE", "p", "PORTICO_PASSWORD", "w"));
        assertThat(asker.prepared(Asker.Secret.PASSPHRASE).map(String::new)).hasValue("p");
        assertThat(asker.prepared(Asker.Secret.PASSWORD).map(String::new)).hasValue("w");
        assertThat(asker(Map.of()).prepared(Asker.Secret.PASSWORD)).isEmpty();
        assertThat(prompts).isEmpty();
    }

    @Test
    void aProxyHasAPasswordOfItsOwn() {
        TerminalAsker asker = asker(Map.of("PORTICO_PASSWORD", "w", "PORTICO_PROXY_PASSWORD", "x"));
        assertThat(asker.prepared(Asker.Secret.PROXY_PASSWORD))
                .hasValueSatisfying(answer -> assertThat(answer).containsExactly('x'));
    }

    @Test
    void asksUnseenAndSaysWhatWasWrongBefore() {
        typed.addAll(List.of("typed", "w", "p"));
        TerminalAsker asker = asker(Map.of());
        assertThat(asker.secret(question(Asker.Secret.PASSPHRASE, false, false)).map(String::new))
                .hasValue("typed");
        asker.secret(question(Asker.Secret.PASSWORD, true, false));
        asker.secret(question(Asker.Secret.PASSPHRASE, true, false));
        assertThat(prompts)
                .containsExactly(
                        "Passphrase for /home/me/key:",
                        "The server did not accept it. Please try again.\n"
                                + "Password for /home/me/key:",
                        "It does not open the key. Please try again.\n"
                                + "Passphrase for /home/me/key:");
    }

    @Test
    void offersTheKeyringWhereThereIsOne() {
        typed.addAll(List.of("secret", "y", "secret", "", "secret"));
        TerminalAsker asker = asker(Map.of());
        asker.secret(question(Asker.Secret.PASSWORD, false, true));
        assertThat(kept).hasValue(1);
        asker.secret(question(Asker.Secret.PASSWORD, false, true));
        asker.secret(question(Asker.Secret.PASSWORD, false, false));
        assertThat(kept).hasValue(1);
        assertThat(prompts)
                .filteredOn(prompt -> prompt.contains("keyring"))
                .containsExactly(
                        "Keep it in the keyring of the system? [y/N] (seen)",
                        "Keep it in the keyring of the system? [y/N] (seen)");
    }

    @Test
    void theKeyringIsOfferedOnceTheAnswerWasRight() {
        typed.addAll(List.of("", "wrong", "right", "y"));
        MemoryKeyring keyring = new MemoryKeyring();
        try (Secrets secrets = new Secrets(asker(Map.of()), keyring)) {
            assertThat(
                            secrets.passphrase(
                                    SERVER,
                                    Path.of(SUBJECT),
                                    b -> new String(b, StandardCharsets.UTF_8).equals("right")))
                    .isPresent();
        }
        assertThat(prompts).filteredOn(prompt -> prompt.contains("keyring")).hasSize(1);
        assertThat(prompts).hasSize(4);
        assertThat(prompts.getLast()).contains("keyring");
        assertThat(keyring.secrets()).containsValue("right");
    }

    @Test
    void nobodyThereMeansNoSecretAndNoFurtherQuestion() {
        assertThat(asker(Map.of()).secret(question(Asker.Secret.PASSWORD, false, true))).isEmpty();
        assertThat(prompts).hasSize(1);
    }

    @Test
    void eachPromptOfTheServerIsAskedAndSeenOnlyWhereItMayBe() {
        typed.addAll(List.of("me", "123456"));
        var question =
                prompts(new Asker.Prompt("Token name:", true), new Asker.Prompt("Code:", false));
        assertThat(asker(Map.of()).answers(question))
                .hasValueSatisfying(
                        all ->
                                assertThat(all)
                                        .extracting(String::new)
                                        .containsExactly("me", "123456"));
        assertThat(prompts)
                .containsExactly(
                        "Two of them.\nme@host:22: Token name: (seen)", "me@host:22: Code:");
    }

    @Test
    void aPromptThatNobodyAnswersEndsTheRest() {
        typed.add("me");
        var question = prompts(new Asker.Prompt("a", true), new Asker.Prompt("b", false));
        assertThat(asker(Map.of()).answers(question)).isEmpty();
    }

    @Test
    void warningsGoToStandardError() {
        asker(Map.of()).warn(Problem.of(ProblemCode.KEY_EXPOSED, "", "file", "/k"));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("chmod 600 /k");
    }

    @Test
    void anUnknownHostKeyIsTrustedByAWholeWordAlone() {
        var question = new Asker.HostKeyQuestion(SERVER, "ssh-ed25519", "SHA256:x");
        typed.addAll(List.of("y", "", "no", "yes, no", " Yes "));
        for (int refused = 0; refused < 4; refused++) {
            assertThat(asker(Map.of()).trusts(question)).isFalse();
        }
        assertThat(asker(Map.of()).trusts(question)).isTrue();
        assertThat(asker(Map.of()).trusts(question)).as("nobody there").isFalse();
        assertThat(prompts)
                .hasSize(6)
                .allSatisfy(
                        prompt ->
                                assertThat(prompt)
                                        .contains(
                                                "me@host",
                                                "SHA256:x",
                                                "ssh-keygen -lf"
                                                        + " /etc/ssh/ssh_host_ed25519_key.pub",
                                                "(seen)"));
    }
}
