package dev.portico.share;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where secrets come from: what was right before in this run, what was given beforehand, the
/// system's keyring, the user, in this order. Holds what turned out right until it is closed, so
/// that a reconnect asks nobody. Thread-safe.
public final class Secrets implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Secrets.class.getName());
    private static final int TRIES = 3;

    private enum Source {
        THIS_RUN,
        BEFOREHAND,
        KEYRING,
        USER
    }

    private final Asker asker;
    private final Keyring keyring;
    private final ReentrantLock opening = new ReentrantLock();
    private final Map<Keyring.Entry, char[]> held = new HashMap<>();
    private final Set<Keyring.Entry> refused = new HashSet<>();
    private final Set<Problem> warned = new HashSet<>();

    /// One secret, until it is known whether it was right.
    public final class Trial implements AutoCloseable {
        private final Keyring.Entry entry;
        private final char[] secret;
        private final Source source;
        private final BooleanSupplier keep;

        private Trial(Keyring.Entry entry, char[] secret, Source source, BooleanSupplier keep) {
            this.entry = entry;
            this.secret = secret;
            this.source = source;
            this.keep = keep;
        }

        /// As UTF-8; the caller wipes it.
        public byte[] bytes() {
            return Secrets.bytes(secret.clone());
        }

        /// May ask the user.
        public void right() {
            hold(entry, secret);
            if (keep.getAsBoolean()) {
                keepFor(entry, secret);
            }
        }

        /// A saved secret that is wrong is not tried again in another run either.
        public void wrong() {
            doubtful();
            if (source == Source.KEYRING) {
                forget(entry);
                warn(Problem.of(ProblemCode.SAVED_SECRET_REFUSED, "", "subject", entry.subject()));
            }
        }

        /// It, or something else that was sent with it, was wrong.
        public void doubtful() {
            drop(entry);
        }

        @Override
        public void close() {
            Arrays.fill(secret, '\0');
        }
    }

    public Secrets(Asker asker, Keyring keyring) {
        this.asker = asker;
        this.keyring = keyring;
    }

    public Optional<Trial> password(Server server) {
        return next(server, Keyring.Entry.password(server));
    }

    public Optional<Trial> proxyPassword(Server server, Proxy proxy) {
        return next(server, Keyring.Entry.proxyPassword(proxy));
    }

    /// The passphrase that opens a key file. The user is asked at most three times; a second link
    /// that needs the same key waits for the answer to the first. The caller wipes what it gets.
    ///
    /// @param opens given a copy of its own, which it may wipe
    public Optional<byte[]> passphrase(Server server, Path key, Predicate<byte[]> opens) {
        Keyring.Entry entry = Keyring.Entry.passphrase(key);
        try {
            opening.lockInterruptibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            int asked = 0;
            while (asked < TRIES) {
                Optional<Trial> next = next(server, entry);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                try (Trial trial = next.get()) {
                    asked += trial.source == Source.USER ? 1 : 0;
                    byte[] bytes = trial.bytes();
                    if (opens.test(bytes.clone())) {
                        trial.right();
                        return Optional.of(bytes);
                    }
                    Arrays.fill(bytes, (byte) 0);
                    trial.wrong();
                }
            }
            return Optional.empty();
        } finally {
            opening.unlock();
        }
    }

    /// Answers to what the server itself asks; nothing of it is held or kept.
    public Optional<List<char[]>> answers(Asker.PromptsQuestion question) {
        return asker.answers(question);
    }

    /// Tells the user once in this run.
    public void warn(Problem problem) {
        boolean isNew;
        synchronized (this) {
            isNew = warned.add(problem);
        }
        if (isNew) {
            asker.warn(problem);
        }
    }

    /// All that may be kept for a server's sign-in.
    public static List<Keyring.Entry> entries(Server server) {
        Stream<Path> keys =
                switch (server.signIn()) {
                    case SignIn.KeyFiles(List<Path> paths) -> paths.stream();
                    case SignIn.Automatic _ -> usualKeys().stream();
                    case SignIn.Agent _, SignIn.Password _ -> Stream.empty();
                };
        return Stream.of(
                        Stream.of(Keyring.Entry.password(server)),
                        keys.map(Keyring.Entry::passphrase),
                        server.way().proxy().stream().map(Keyring.Entry::proxyPassword))
                .flatMap(all -> all)
                .toList();
    }

    /// The keys that are tried where none is named.
    public static List<Path> usualKeys() {
        Path folder = Path.of(System.getProperty("user.home", ""), ".ssh");
        return Stream.of("id_ed25519", "id_ecdsa", "id_rsa").map(folder::resolve).toList();
    }

    /// As UTF-8; the characters are wiped.
    public static byte[] bytes(char[] secret) {
        ByteBuffer encoded = ByteBuffer.allocate(secret.length * 4);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(secret), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(secret, '\0');
        return bytes;
    }

    /// From UTF-8; the bytes are wiped.
    public static char[] chars(byte[] bytes) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        char[] secret = new char[decoded.length()];
        decoded.get(secret);
        Arrays.fill(decoded.array(), '\0');
        Arrays.fill(bytes, (byte) 0);
        return secret;
    }

    @Override
    public synchronized void close() {
        held.values().forEach(secret -> Arrays.fill(secret, '\0'));
        held.clear();
    }

    private Optional<Trial> next(Server server, Keyring.Entry entry) {
        Optional<char[]> before = held(entry);
        if (before.isPresent()) {
            return before.map(secret -> new Trial(entry, secret, Source.THIS_RUN, () -> false));
        }
        boolean again = isRefused(entry);
        Optional<char[]> given = again ? Optional.empty() : asker.prepared(entry.what());
        if (given.isPresent()) {
            return given.map(secret -> new Trial(entry, secret, Source.BEFOREHAND, () -> false));
        }
        Optional<char[]> kept = again ? Optional.empty() : kept(entry);
        return kept.isPresent()
                ? kept.map(secret -> new Trial(entry, secret, Source.KEYRING, () -> false))
                : ask(server, entry, again);
    }

    private Optional<Trial> ask(Server server, Keyring.Entry entry, boolean again) {
        var wish =
                new Object() {
                    volatile BooleanSupplier keep = () -> false;
                };
        Optional<Consumer<BooleanSupplier>> keep =
                keyring.isThere() ? Optional.of(wanted -> wish.keep = wanted) : Optional.empty();
        return asker.secret(
                        new Asker.SecretQuestion(
                                server, entry.what(), entry.subject(), again, keep))
                .map(secret -> new Trial(entry, secret, Source.USER, wish.keep));
    }

    private Optional<char[]> kept(Keyring.Entry entry) {
        try {
            return keyring.read(entry);
        } catch (ProblemException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the keyring cannot be read: the user is asked",
                    e);
            warn(e.problem());
            return Optional.empty();
        }
    }

    private void keepFor(Keyring.Entry entry, char[] secret) {
        try {
            if (!keyring.keep(entry, secret)) {
                asker.warn(Problem.of(ProblemCode.KEYRING_FAILED, "it stays locked"));
            }
        } catch (ProblemException e) {
            LOG.log(System.Logger.Level.WARNING, "a secret could not be kept", e);
            warn(e.problem());
        }
    }

    private void forget(Keyring.Entry entry) {
        try {
            keyring.forget(entry);
        } catch (ProblemException e) {
            LOG.log(System.Logger.Level.WARNING, "a wrong secret could not be forgotten", e);
        }
    }

    private synchronized Optional<char[]> held(Keyring.Entry entry) {
        return Optional.ofNullable(held.get(entry)).map(char[]::clone);
    }

    private synchronized boolean isRefused(Keyring.Entry entry) {
        return refused.contains(entry);
    }

    private synchronized void hold(Keyring.Entry entry, char[] secret) {
        refused.remove(entry);
        wipe(held.put(entry, secret.clone()));
    }

    private synchronized void drop(Keyring.Entry entry) {
        refused.add(entry);
        wipe(held.remove(entry));
    }

    private static void wipe(char @Nullable [] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }
}
