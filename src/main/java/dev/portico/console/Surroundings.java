package dev.portico.console;

import dev.portico.practice.Practice;
import dev.portico.share.Asker;
import dev.portico.share.Keyring;
import dev.portico.share.Server;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Everything outside that a command touches, so that a test can stand in for any of it.
///
/// @param proc where Linux tells of itself; may not be there
/// @param secrets asks the user on the terminal
/// @param practices a practice server on this port, 0 for any
public record Surroundings(
        Output out,
        PrintStream err,
        Map<String, String> env,
        Path settingsFolder,
        Path home,
        Path proc,
        Clock clock,
        Locale locale,
        SecretPrompt secrets,
        Keyring keyring,
        Linking linking,
        IntFunction<Practice> practices,
        ProcessEnd processEnd) {

    /// The way to servers, for one command.
    ///
    /// @param settings the folder of the settings, where known hosts are kept too
    /// @param quiet whether nobody is ever asked
    /// @param saved finds the profile of a jump server by its name
    Linking.Opened link(Path settings, boolean quiet, Function<String, Optional<Server>> saved) {
        Asker asker =
                new TerminalAsker(
                        env, quiet ? (_, _) -> Optional.empty() : secrets, new Words(err, locale));
        return linking.open(
                settings.resolve("known_hosts"), asker, quiet ? keyring.quiet() : keyring, saved);
    }
}
