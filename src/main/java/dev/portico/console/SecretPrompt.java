package dev.portico.console;

import java.io.Console;
import java.util.Optional;

/// Asks for a secret without showing it.
@FunctionalInterface
public interface SecretPrompt {

    /// Asks on the terminal of this process, where there is one.
    SecretPrompt TERMINAL =
            prompt -> {
                Optional<Console> console =
                        Optional.ofNullable(System.console()).filter(Console::isTerminal);
                return console.map(there -> there.readPassword("%s ", prompt));
            };

    /// @return empty when nobody is there to answer
    Optional<char[]> ask(String prompt);
}
