package dev.portico.console;

import dev.portico.practice.Practice;
import dev.portico.share.Keyring;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
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
        ProcessEnd processEnd) {}
