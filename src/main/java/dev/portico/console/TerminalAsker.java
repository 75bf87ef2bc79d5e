package dev.portico.console;

import dev.portico.share.Asker;
import dev.portico.share.Wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Answers from the environment first, then from the terminal, a few times for each secret. A host
/// key is never a question here: who cannot see the fingerprint of the server says yes too easily.
final class TerminalAsker implements Asker {
    private static final int MOST_TRIES = 3;

    private final Map<String, String> env;
    private final SecretPrompt prompt;
    private final Locale locale;
    private final Map<String, Integer> tries = new HashMap<>();

    /// @param prompt answers empty for scripts
    TerminalAsker(Map<String, String> env, SecretPrompt prompt, Locale locale) {
        this.env = env;
        this.prompt = prompt;
        this.locale = locale;
    }

    @Override
    public boolean trusts(HostKeyQuestion question) {
        return false;
    }

    @Override
    public synchronized Optional<char[]> secret(SecretQuestion question) {
        String given =
                switch (question.what()) {
                    case PASSWORD -> env.get("PORTICO_PASSWORD");
                    case PASSPHRASE -> env.get("PORTICO_PASSPHRASE");
                    case PROXY_PASSWORD -> env.get("PORTICO_PROXY_PASSWORD");
                };
        if (given != null && !question.again()) {
            return Optional.of(given.toCharArray());
        }
        String key = question.what() + " " + question.subject();
        if (!question.again()) {
            tries.remove(key);
        }
        return tries.merge(key, 1, Integer::sum) > MOST_TRIES
                ? Optional.empty()
                : prompt.ask(wrongBefore(question) + words(question));
    }

    private String wrongBefore(SecretQuestion question) {
        if (!question.again()) {
            return "";
        }
        String key =
                switch (question.what()) {
                    case PASSWORD -> "ask.password.again";
                    case PASSPHRASE -> "ask.passphrase.again";
                    case PROXY_PASSWORD -> "ask.proxy-password.again";
                };
        return Wording.text(locale, key) + "\n";
    }

    private String words(SecretQuestion question) {
        if (question.prompts().size() == 1) {
            return Wording.text(
                    locale,
                    "console.ask.server",
                    "subject",
                    question.subject(),
                    "prompt",
                    question.prompts().getFirst());
        }
        String key =
                switch (question.what()) {
                    case PASSWORD -> "console.ask.password";
                    case PASSPHRASE -> "console.ask.passphrase";
                    case PROXY_PASSWORD -> "console.ask.proxy-password";
                };
        return Wording.text(locale, key, "subject", question.subject());
    }
}
