package dev.portico.desktop.shares;

import dev.portico.desktop.look.Background;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.fixture.MemoryKeyring;
import dev.portico.fixture.MovableClock;
import dev.portico.fixture.PretendLinker;
import dev.portico.link.OwnKeys;
import dev.portico.practice.Practice;
import dev.portico.setup.Places;
import dev.portico.setup.SetUp;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.KeeperTools;
import dev.portico.share.Patience;
import dev.portico.share.Server;
import dev.portico.share.Shares;
import dev.portico.share.SignIn;
import dev.portico.store.SettingsStore;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// View models without a toolkit: background work is done at once, on the test's thread.
public final class DeskFixture implements AutoCloseable {
    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T14:00:00Z"));
    public final PretendLinker linker = new PretendLinker();
    public final MemoryKeyring keyring = new MemoryKeyring();
    public final RecordedNotices notices = new RecordedNotices();
    public final List<String> clipboard = new ArrayList<>();
    public final List<String> opened = new ArrayList<>();
    public final SettingsStore store;
    public final Shares shares;
    public final Desk desk;
    private final Practice practice = new Practice(0);
    private final Journal journal = new Journal(clock);

    public DeskFixture(Path folder) {
        store = SettingsStore.open(folder, clock);
        shares =
                new Shares(
                        new KeeperTools(
                                linker,
                                journal,
                                _ -> Gate.OPEN,
                                _ -> Duration.ofSeconds(4),
                                () -> false,
                                Patience.ENDLESS),
                        this::find);
        desk =
                new Desk(
                        shares,
                        store,
                        practice,
                        _ -> 1,
                        keyring,
                        new SetUp.Tools(
                                (_, _) -> {
                                    throw new AssertionError("nothing is to run on a server");
                                },
                                linker,
                                new OwnKeys(),
                                clock,
                                Places.USUAL),
                        clock,
                        new Texts(Locale.ENGLISH),
                        new Background(Runnable::run, Runnable::run),
                        notices,
                        clipboard::add,
                        opened::add);
    }

    /// A look at the ports, of which nothing is known until it looks.
    public PortWatch watch(ListeningPorts ports) {
        return new PortWatch(ports, desk.background(), clock);
    }

    public static Server server(String name) {
        return new Server(name, name + ".example.com", 22, "me", new SignIn.Automatic());
    }

    public void save(Server... servers) {
        store.update(all -> all.withServers(List.of(servers)));
    }

    /// Refreshes as the ticker does until the condition holds.
    static void awaitUntil(SharesModel model, BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(10);
        model.refresh();
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("did not come");
            }
            Thread.onSpinWait();
            model.refresh();
        }
    }

    @Override
    public void close() {
        shares.close();
        journal.close();
        practice.close();
        store.close();
    }

    private Optional<Server> find(String name) {
        return name.equals(Server.PRACTICE)
                ? Optional.of(server(Server.PRACTICE))
                : store.settings().server(name);
    }
}
