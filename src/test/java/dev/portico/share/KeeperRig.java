package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.PretendForward;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Shares over a linker that does as it is told, with servers `a` and `b`.
final class KeeperRig implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(10);

    final ScriptedLinker linker = new ScriptedLinker();
    final List<Integer> pauses = Collections.synchronizedList(new ArrayList<>());
    final Journal journal = new Journal(Clock.systemUTC());
    final AtomicBoolean networkAbsent = new AtomicBoolean();
    final Shares shares;
    private final List<ShareEvent> events = Collections.synchronizedList(new ArrayList<>());

    KeeperRig() {
        this(Patience.ENDLESS, Duration.ZERO);
    }

    /// @param pause after every failed attempt
    KeeperRig(Patience patience, Duration pause) {
        KeeperTools tools =
                new KeeperTools(
                        linker,
                        journal,
                        _ -> Gate.OPEN,
                        attempt -> {
                            pauses.add(attempt);
                            return pause;
                        },
                        networkAbsent::get,
                        patience);
        journal.read(events::add);
        shares = new Shares(tools, KeeperRig::server);
    }

    static Optional<Server> server(String name) {
        return List.of("a", "b").contains(name)
                ? Optional.of(Server.parse("me@" + name).withName(name))
                : Optional.empty();
    }

    static Share share(int port, String... servers) {
        return new Share(
                "web",
                new Target.Tcp("localhost", 3000),
                List.of(servers),
                port,
                "localhost",
                false,
                true);
    }

    KeeperRig start(int port, String... servers) {
        shares.add(share(port, servers));
        shares.start("web");
        return this;
    }

    ShareState state() {
        return shares.snapshot().getFirst().state();
    }

    <S extends ShareState> S await(Class<S> kind) {
        return kind.cast(Await.value(SOON, kind.getSimpleName(), this::state, kind::isInstance));
    }

    /// Waits until that many forwards have been opened and the last one is the share's state.
    PretendForward awaitOpen(int times) {
        Await.until(SOON, times + " times open", () -> linker.openedInAll() == times);
        await(ShareState.Open.class);
        return linker.opened(times - 1);
    }

    /// Loses the connection once that many forwards have been opened.
    void loseOnceOpen(int times) {
        awaitOpen(times)
                .end(Problem.of(ProblemCode.CONNECTION_LOST, "", "server", "fake", "port", "1"));
    }

    /// All that has been told so far.
    List<ShareEvent> told() {
        try {
            journal.flush();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return List.copyOf(events);
    }

    /// The names of the states so far, such as `Connecting`.
    List<String> history() {
        return told().stream()
                .filter(ShareEvent.StateChanged.class::isInstance)
                .map(event -> ((ShareEvent.StateChanged) event).state())
                .map(state -> state.getClass().getSimpleName())
                .toList();
    }

    void assertHistory(String... states) {
        assertThat(history()).containsExactly(states);
    }

    @Override
    public void close() {
        shares.close();
        journal.close();
    }
}
