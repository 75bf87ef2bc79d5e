package dev.portico;

import dev.portico.console.Console;
import dev.portico.console.FollowedFiles;
import dev.portico.console.JvmEnd;
import dev.portico.console.Linking;
import dev.portico.console.Output;
import dev.portico.console.SecretPrompt;
import dev.portico.console.Surroundings;
import dev.portico.desktop.Desktop;
import dev.portico.desktop.DialogAsker;
import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.desktop.tray.Trays;
import dev.portico.doctor.Doctor;
import dev.portico.interop.config.Here;
import dev.portico.link.Links;
import dev.portico.link.OwnKeys;
import dev.portico.practice.Practice;
import dev.portico.setup.Places;
import dev.portico.setup.SetUp;
import dev.portico.share.Asker;
import dev.portico.share.Backoff;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.KeeperTools;
import dev.portico.share.Keyring;
import dev.portico.share.NetworkWatch;
import dev.portico.share.Patience;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Shares;
import dev.portico.store.Folders;
import dev.portico.store.SettingsStore;
import dev.portico.store.VisitorBook;
import dev.portico.store.VisitorLog;
import dev.portico.store.keyring.Keyrings;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// Builds every object, in the order in which they need each other. Never handed on.
final class Wiring {
    private final Map<String, String> env = System.getenv();
    private final String osName = System.getProperty("os.name", "");
    private final Path home = Path.of(System.getProperty("user.home", ""));
    private final Locale locale = Locale.getDefault();

    /// @param end is there from the first moment on
    Console console(JvmEnd end) {
        return new Console(
                new Surroundings(
                        new Output(
                                new FileOutputStream(FileDescriptor.out),
                                charset(System.out.charset())),
                        stream(FileDescriptor.err, System.err.charset()),
                        env,
                        Folders.settings(env, osName, home),
                        home,
                        Path.of("/proc"),
                        Clock.systemUTC(),
                        locale,
                        SecretPrompt.TERMINAL,
                        keyring(),
                        Wiring::link,
                        Practice::new,
                        end));
    }

    /// Opens the window and returns when it has been closed and every listener is withdrawn.
    void runWindow() throws ProblemException, InterruptedException {
        if (!hasDisplay()) {
            throw new ProblemException(Problem.of(ProblemCode.DISPLAY_ABSENT, ""));
        }
        Clock clock = Clock.systemUTC();
        Path folder = Folders.settings(env, osName, home);
        DialogAsker asker = new DialogAsker();
        Keyring keyring = keyring();
        try (SettingsStore store =
                        FollowedFiles.read(SettingsStore.open(folder, clock), Here.of(home, env));
                Practice practice = new Practice(0);
                Journal journal = new Journal(clock);
                VisitorBook book =
                        new VisitorBook(
                                journal,
                                new VisitorLog(folder),
                                () -> store.settings().visitorLog());
                Links links =
                        new Links(
                                folder.resolve("known_hosts"),
                                asker,
                                keyring,
                                name -> store.settings().server(name),
                                clock);
                NetworkWatch network = new NetworkWatch(clock);
                Shares shares =
                        new Shares(
                                windowTools(links, journal, network),
                                name -> server(name, store, practice))) {
            network.start(shares::networkChanged);
            Thread hook = new Thread(shares::close, "withdraw");
            Runtime.getRuntime().addShutdownHook(hook);
            new Desktop(
                            shares,
                            store,
                            practice,
                            links,
                            asker,
                            keyring,
                            new SetUp.Tools(links, links, new OwnKeys(), clock, Places.USUAL),
                            ListeningPorts.ofThisSystem(),
                            clock,
                            book,
                            new Doctor(links, clock, new Random()),
                            Trays.ofThisSystem(osName, env))
                    .run();
        }
    }

    private Keyring keyring() {
        return Keyrings.ofThisSystem(osName, env);
    }

    private static KeeperTools windowTools(Links links, Journal journal, NetworkWatch network) {
        Backoff backoff = new Backoff(new Random());
        return new KeeperTools(
                links, journal, _ -> Gate.OPEN, backoff::after, network, Patience.ENDLESS);
    }

    private static Optional<Server> server(String name, SettingsStore store, Practice practice) {
        if (!name.equals(Server.PRACTICE)) {
            return store.settings().server(name);
        }
        try {
            return Optional.of(practice.server());
        } catch (IOException e) {
            System.getLogger(Wiring.class.getName())
                    .log(System.Logger.Level.ERROR, "the practice server did not start", e);
            return Optional.empty();
        }
    }

    private boolean hasDisplay() {
        return !osName.equals("Linux")
                || !env.getOrDefault("DISPLAY", "").isEmpty()
                || !env.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    Locale locale() {
        return locale;
    }

    private static Linking.Opened link(
            Path ownKnownHosts,
            Asker asker,
            Keyring keyring,
            Function<String, Optional<Server>> saved) {
        Links links = new Links(ownKnownHosts, asker, keyring, saved, Clock.systemUTC());
        Doctor doctor = new Doctor(links, Clock.systemUTC(), new Random());
        return new Linking.Opened(links, links, new OwnKeys(), links, doctor, links::close);
    }

    /// In a locale without a charset of its own, UTF-8 says more than question marks.
    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(new FileOutputStream(descriptor), false, charset(charset));
    }

    private static Charset charset(Charset usual) {
        return usual.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : usual;
    }
}
