package dev.portico.desktop;

import dev.portico.desktop.look.Background;
import dev.portico.desktop.ports.ListeningPort;
import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.desktop.tray.Tray;
import dev.portico.fixture.MemoryKeyring;
import dev.portico.fixture.MovableClock;
import dev.portico.fixture.PretendLinker;
import dev.portico.link.OwnKeys;
import dev.portico.practice.Practice;
import dev.portico.setup.Places;
import dev.portico.setup.SetUp;
import dev.portico.share.Backoff;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.KeeperTools;
import dev.portico.share.Linker;
import dev.portico.share.Patience;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Shares;
import dev.portico.share.SignIn;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;
import dev.portico.store.VisitorBook;
import dev.portico.store.VisitorLog;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// A whole window, usually over shares that lead nowhere.
final class Stand implements AutoCloseable {
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T14:00:00Z"));
    final PretendLinker linker = new PretendLinker();
    final DialogAsker asker = new DialogAsker();
    final MemoryKeyring keyring = new MemoryKeyring();
    final Practice practice = new Practice(0);
    Tray tray = Tray.NONE;
    final List<String> browsed = new CopyOnWriteArrayList<>();
    final SettingsStore store;
    SetUp.Tools tools;
    private final Clock time;
    final Shares shares;
    private final Journal journal;
    private final VisitorBook book;
    private final List<MainWindow> windows = new ArrayList<>();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

    Stand(Path folder, Duration pause) throws IOException {
        this(folder, pause, Optional.empty());
    }

    /// @param real where there is one, the shares lead somewhere, and the time is the real one
    Stand(Path folder, Duration pause, Optional<Linker> real) throws IOException {
        time = real.isPresent() ? Clock.systemUTC() : clock;
        tools =
                new SetUp.Tools(
                        (_, _) -> {
                            throw new AssertionError("nothing is to run on a server");
                        },
                        linker,
                        new OwnKeys(),
                        time,
                        Places.USUAL);
        journal = new Journal(time);
        store = SettingsStore.open(folder, time);
        book =
                new VisitorBook(
                        journal, new VisitorLog(folder), () -> store.settings().visitorLog());
        Backoff backoff = new Backoff(RandomGenerator.getDefault());
        shares =
                new Shares(
                        new KeeperTools(
                                real.orElse(linker),
                                journal,
                                _ -> Gate.OPEN,
                                attempt -> pause.isZero() ? backoff.after(attempt) : pause,
                                () -> false,
                                Patience.ENDLESS),
                        this::server);
    }

    MainWindow window(Stage stage, List<ListeningPort> ports) {
        return window(stage, () -> ports);
    }

    MainWindow window(Stage stage, ListeningPorts ports) {
        Background background = new Background(work, Platform::runLater);
        MainWindow window = desktop(ports).build(stage, background, browsed::add);
        windows.add(window);
        return window;
    }

    Desktop desktop(List<ListeningPort> ports) {
        return desktop(() -> ports);
    }

    private Desktop desktop(ListeningPorts ports) {
        return new Desktop(
                shares, store, practice, _ -> 1, asker, keyring, tools, ports, time, book, tray);
    }

    void save(Server server) {
        store.update(all -> all.withServers(added(all.servers(), server)));
    }

    void save(Share share) {
        store.update(all -> all.withShares(added(all.shares(), share)));
    }

    void change(UnaryOperator<Settings> change) {
        store.update(change);
    }

    static Server server(String name, String host, String user) {
        return new Server(name, host, 22, user, new SignIn.Automatic());
    }

    @Override
    public void close() {
        windows.forEach(Stand::close);
        shares.close();
        book.close();
        journal.close();
        work.shutdownNow();
        practice.close();
        store.close();
    }

    /// A window that went on looking would miss what ends now.
    private static void close(MainWindow window) {
        try {
            OnScreen.run(window::close);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Server> server(String name) {
        try {
            return name.equals(Server.PRACTICE)
                    ? Optional.of(practice.server())
                    : store.settings().server(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> added(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
