package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Commands;
import dev.portico.fixture.Scale;
import dev.portico.link.Links;
import dev.portico.link.OneShare;
import dev.portico.link.Problems;
import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.HostKeys;
import dev.portico.share.Journal;
import dev.portico.share.Problem;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// One attempt to share through a server that may do anything. Beside the problem that it ends in,
/// nothing may come of it: no delay, no memory held, no word on the terminal, no text that moves
/// the cursor.
final class WatchedAttempt {
    static final Duration LIMIT = Duration.ofSeconds(2);

    /// A busy machine is late; what counts is measured at full scale.
    private static final Duration GRACE = Duration.ofSeconds(Scale.of(6, 1));

    private static final long HEAP_MORE = 16L * 1024 * 1024;
    private static final int SHOWN_AT_MOST = 4_000;

    private final Path folder;
    private final Asker asker;
    private final SignIn key;

    /// @param folder takes the key to sign in with, and the host key
    WatchedAttempt(Path folder, Asker asker) {
        this.folder = folder;
        this.asker = asker;
        Path file = folder.resolve("key");
        if (!Files.exists(file)) {
            Commands.succeed("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", file.toString());
        }
        this.key = new SignIn.KeyFiles(List.of(file));
    }

    /// Opens a share with a server that means well: the first connection of a process loads so much
    /// that it says nothing of the others.
    void loadWhatEveryConnectionNeeds() throws Exception {
        try (HostileSshd sshd = HostileSshd.with(_ -> {});
                OneShare share = new OneShare(server(sshd.port(), key))) {
            share.open(Target.parse("80")).close();
        }
    }

    /// Fails unless it ends within the time for connecting and a second.
    Problem at(int port, Told told) throws Exception {
        return at(port, key, told, LIMIT);
    }

    /// @param deadline of what the server stalls
    Problem at(int port, Told told, Duration deadline) throws Exception {
        return at(port, key, told, deadline);
    }

    Problem at(int port, SignIn signIn, Told told) throws Exception {
        return at(port, signIn, told, LIMIT);
    }

    private Problem at(int port, SignIn signIn, Told told, Duration deadline) throws Exception {
        Server server = server(port, signIn).withConnectTimeout(LIMIT);
        PrintStream terminal = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (HeapWatch heap = new HeapWatch();
                Warnings warnings = new Warnings();
                Journal journal = new Journal(Clock.systemUTC());
                Links links = new Links(folder.resolve("own"), asker)) {
            System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
            told.faultBegins();
            Problem problem = told.problem(Problems.of(() -> open(links, server, journal)));
            assertThat(told.took()).isLessThan(deadline.plus(GRACE));
            assertThat(heap.most()).as("bytes of heap more").isLessThan(HEAP_MORE);
            assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
            assertThat(warnings.said).isEmpty();
            assertThatItCanBeShown(problem);
            return problem;
        } finally {
            System.setErr(terminal);
        }
    }

    private Server server(int port, SignIn signIn) {
        return new Server("hostile", "127.0.0.1", port, "u", signIn)
                .withHostKeys(new HostKeys(Optional.of(folder.resolve("known")), true));
    }

    private static Object open(Links links, Server server, Journal journal) throws Exception {
        Share share = new Share("test", Target.parse("80"), "hostile", 0, "localhost");
        Doorway doorway = new Doorway("test", Gate.OPEN, new Traffic(), journal);
        try (var forward = links.open(server, share, doorway, _ -> {})) {
            return forward.forward();
        }
    }

    private static void assertThatItCanBeShown(Problem problem) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String shown =
                    String.join(
                            " ",
                            problem.title(locale),
                            problem.brief(locale),
                            problem.remedy(locale).replace("\n", " "), // lines of our own
                            problem.consoleRemedy(locale).replace("\n", " "),
                            problem.raw());
            assertThat(shown).hasSizeLessThan(SHOWN_AT_MOST).doesNotContain("Exception", "\tat ");
            assertThat(shown.codePoints())
                    .as(shown)
                    .noneMatch(WatchedAttempt::movesTheCursorOrTheDirection);
        }
    }

    private static boolean movesTheCursorOrTheDirection(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// What the log would show on a terminal.
    private static final class Warnings extends Handler implements AutoCloseable {
        private final Logger root = Logger.getLogger("");
        private final List<String> said = new CopyOnWriteArrayList<>();

        Warnings() {
            setLevel(Level.WARNING);
            root.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            if (isLoggable(line)) {
                said.add(line.getLoggerName() + ": " + line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            root.removeHandler(this);
        }
    }
}
