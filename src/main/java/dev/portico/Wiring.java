package dev.portico;

import dev.portico.console.Console;
import dev.portico.console.Linking;
import dev.portico.console.ProcessEnd;
import dev.portico.console.SecretPrompt;
import dev.portico.console.Surroundings;
import dev.portico.link.Links;
import dev.portico.practice.Practice;
import dev.portico.store.Folders;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/// Builds every object, in the order in which they need each other. Never handed on.
final class Wiring {
    private final Map<String, String> env = System.getenv();
    private final String osName = System.getProperty("os.name", "");
    private final Path home = Path.of(System.getProperty("user.home", ""));
    private final Locale locale = Locale.getDefault();

    Console console() {
        return new Console(
                new Surroundings(
                        stream(FileDescriptor.out, System.out.charset()),
                        stream(FileDescriptor.err, System.err.charset()),
                        env,
                        Folders.settings(env, osName, home),
                        home,
                        Clock.systemUTC(),
                        locale,
                        SecretPrompt.TERMINAL,
                        Wiring::link,
                        Practice::new,
                        ProcessEnd.JVM));
    }

    /// Whether a window can be shown at all.
    boolean hasDisplay() {
        return !osName.equals("Linux")
                || !env.getOrDefault("DISPLAY", "").isEmpty()
                || !env.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    Locale locale() {
        return locale;
    }

    private static Linking.Opened link(Path ownKnownHosts, dev.portico.share.Asker asker) {
        Links links = new Links(ownKnownHosts, asker);
        return new Linking.Opened(links, links::close);
    }

    /// In a locale without a charset of its own, UTF-8 says more than question marks.
    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(
                new FileOutputStream(descriptor),
                false,
                charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset);
    }
}
