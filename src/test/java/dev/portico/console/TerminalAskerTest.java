package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Asker;
import dev.portico.share.Server;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class TerminalAskerTest {
    private static final Server SERVER = Server.parse("me@host");

    private final List<String> prompts = new ArrayList<>();

    private TerminalAsker asker(Map<String, String> env) {
        return new TerminalAsker(
                env,
                prompt -> {
                    prompts.add(prompt);
                    return Optional.of("typed".toCharArray());
                },
                Locale.ENGLISH);
    }

    private static Asker.SecretQuestion question(Asker.Secret what, boolean again) {
        return new Asker.SecretQuestion(SERVER, what, "/home/me/key", List.of(), again);
    }

    @Test
    void theEnvironmentAnswersFirst() {
        TerminalAsker asker = asker(Map.of("PORTICO_PASSPHRASE", "p", "PORTICO_PASSWORD", "w"));
        assertThat(asker.secret(question(Asker.Secret.PASSPHRASE, false)))
                .hasValueSatisfying(answer -> assertThat(answer).containsExactly('p'));
        assertThat(asker.secret(question(Asker.Secret.PASSWORD, false)))
                .hasValueSatisfying(answer -> assertThat(answer).containsExactly('w'));
        assertThat(prompts).isEmpty();
    }

    @Test
    void aProxyHasAPasswordOfItsOwn() {
        TerminalAsker asker = asker(Map.of("PORTICO_PASSWORD", "w", "PORTICO_PROXY_PASSWORD", "x"));
        assertThat(asker.secret(question(Asker.Secret.PROXY_PASSWORD, false)))
                .hasValueSatisfying(answer -> assertThat(answer).containsExactly('x'));
    }

    @Test
    void aWrongAnswerFromTheEnvironmentIsNotGivenTwice() {
        TerminalAsker asker = asker(Map.of("PORTICO_PASSWORD", "w"));
        assertThat(asker.secret(question(Asker.Secret.PASSWORD, true))).isPresent();
        assertThat(prompts)
                .containsExactly(
                        "The server did not accept it. Please try again.\n"
                                + "Password for /home/me/key:");
    }

    @Test
    void asksThreeTimesForOneSecret() {
        TerminalAsker asker = asker(Map.of());
        assertThat(asker.secret(question(Asker.Secret.PASSPHRASE, false))).isPresent();
        assertThat(asker.secret(question(Asker.Secret.PASSPHRASE, true))).isPresent();
        assertThat(asker.secret(question(Asker.Secret.PASSPHRASE, true))).isPresent();
        assertThat(asker.secret(question(Asker.Secret.PASSPHRASE, true))).isEmpty();
        assertThat(prompts).hasSize(3);
    }

    @Test
    void saysThatAPassphraseWasWrongBeforeItAsksAgain() {
        TerminalAsker asker = asker(Map.of());
        asker.secret(question(Asker.Secret.PASSPHRASE, false));
        asker.secret(question(Asker.Secret.PASSPHRASE, true));
        String question = "Passphrase for /home/me/key:";
        assertThat(prompts)
                .containsExactly(
                        question, "It does not open the key. Please try again.\n" + question);
    }

    @Test
    void anUnknownHostKeyIsNeverTrusted() {
        var question = new Asker.HostKeyQuestion(SERVER, "ssh-ed25519", "SHA256:x");
        assertThat(asker(Map.of()).trusts(question)).isFalse();
    }
}
