package dev.portico.console;

import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.Wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks on the terminal for what the environment does not say. A host key takes a whole word: one
/// letter is typed too easily.
final class TerminalAsker implements Asker {
    private final Map<String, String> env;
    private final SecretPrompt prompt;
    private final Words err;

    /// @param prompt answers empty for scripts
    /// @param err where warnings go
    TerminalAsker(Map<String, String> env, SecretPrompt prompt, Words err) {
        this.env = env;
        this.prompt = prompt;
        this.err = err;
    }

    @Override
    public synchronized boolean trusts(HostKeyQuestion question) {
        String words =
                word(
                        "console.ask.host-key",
                        "server",
                        question.server().name(),
                        "type",
                        question.keyType(),
                        "fingerprint",
                        question.fingerprint(),
                        "compare",
                        question.compare());
        return isAnswered(words, "console.ask.host-key.yes");
    }

    @Override
    public Optional<char[]> prepared(Secret what) {
        String name =
                switch (what) {
                    case PASSWORD -> "PORTICO_PASSWORD";
                    case PASSPHRASE -> "PORTICO_PASSPHRASE";
                    case PROXY_PASSWORD -> "PORTICO_PROXY_PASSWORD";
                };
        return Optional.ofNullable(env.get(name)).map(String::toCharArray);
    }

    @Override
    public synchronized Optional<char[]> secret(SecretQuestion question) {
        String kind =
                switch (question.what()) {
                    case PASSWORD -> "password";
                    case PASSPHRASE -> "passphrase";
                    case PROXY_PASSWORD -> "proxy-password";
                };
        String wrong = question.again() ? word("ask." + kind + ".again") + "\n" : "";
        String words = word("console.ask." + kind, "subject", question.subject());
        Optional<char[]> secret = prompt.ask(wrong + words, false);
        if (secret.isPresent()) {
            question.keep().ifPresent(wish -> wish.accept(this::isKeepingWanted));
        }
        return secret;
    }

    @Override
    public synchronized Optional<List<char[]>> answers(PromptsQuestion question) {
        String said = question.instruction().isEmpty() ? "" : question.instruction() + "\n";
        List<char[]> answers = new ArrayList<>();
        for (Prompt each : question.prompts()) {
            String words =
                    word(
                            "console.ask.server",
                            "subject",
                            question.subject(),
                            "prompt",
                            each.text());
            Optional<char[]> answer =
                    prompt.ask((answers.isEmpty() ? said : "") + words, each.echo());
            if (answer.isEmpty()) {
                answers.forEach(given -> Arrays.fill(given, '\0'));
                return Optional.empty();
            }
            answers.add(answer.get());
        }
        return Optional.of(answers);
    }

    @Override
    public void warn(Problem problem) {
        err.tell(problem);
    }

    private synchronized boolean isKeepingWanted() {
        return isAnswered(word("console.ask.keep"), "console.ask.yes");
    }

    /// @param among the key of the words that agree
    private boolean isAnswered(String words, String among) {
        Set<String> yes = Set.of(word(among).split(" "));
        return prompt.ask(words, true)
                .map(answer -> new String(answer).strip().toLowerCase(err.locale()))
                .filter(yes::contains)
                .isPresent();
    }

    private String word(String key, String... facts) {
        return Wording.text(err.locale(), key, facts);
    }
}
