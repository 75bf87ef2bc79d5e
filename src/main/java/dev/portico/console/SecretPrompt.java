package dev.portico.console;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.util.Optional;

/// Asks for a secret, without showing it unless it may be seen.
@FunctionalInterface
public interface SecretPrompt {

    /// Asks on the terminal of this process, where there is one.
    SecretPrompt TERMINAL =
            (prompt, echo) -> {
                Optional<Console> console =
                        Optional.ofNullable(System.console()).filter(Console::isTerminal);
                return console.map(
                        there -> echo ? line(there, prompt) : there.readPassword("%s ", prompt));
            };

    /// @param echo whether the answer may be seen while it is typed
    /// @return empty when nobody is there to answer
    Optional<char[]> ask(String prompt, boolean echo);

    private static char @Nullable [] line(Console console, String prompt) {
        String line = console.readLine("%s ", prompt);
        return line == null ? null : line.toCharArray();
    }
}
