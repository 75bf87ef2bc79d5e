package dev.portico.console;

import dev.portico.share.Wording;

import java.util.List;
import java.util.Optional;

/// Asks on the terminal whether something is to be done; no is the usual answer.
record Agreement(Surroundings around) {

    /// @param facts pairs of a placeholder's name and its value
    /// @return empty where nobody is there to answer
    Optional<Boolean> ask(String key, String... facts) {
        List<String> yes = List.of(Wording.text(around.locale(), "console.ask.yes").split(" "));
        return around.secrets()
                .ask(Wording.text(around.locale(), key, facts), true)
                .map(answer -> new String(answer).strip().toLowerCase(around.locale()))
                .map(yes::contains);
    }
}
