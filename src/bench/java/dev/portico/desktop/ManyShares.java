package dev.portico.desktop;

import dev.portico.fixture.Await;
import dev.portico.share.Exposure;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Reach;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A thousand shares in all states, most of them open; their clock goes with the real one.
final class ManyShares implements AutoCloseable {
    private static final int NUMBER = 1_000;
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int MOST_BYTES = 40_000;

    private final Stand stand;
    private final Random random = new Random(1);
    private final List<String> open = new ArrayList<>();
    private final ScheduledExecutorService mover =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("mover").factory());

    ManyShares(Stand stand) {
        this.stand = stand;
        mover.scheduleAtFixedRate(
                () -> stand.clock.move(STEP), 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// @param restless some wait, and count down
    void open(boolean restless) {
        stand.save(Stand.server("demo-vps", "demo.example.com", "tunnel"));
        stand.save(Stand.server("attic", "attic.example.net", "nas"));
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < NUMBER; i++) {
            String name = "Share " + i;
            switch (i % 10) {
                case 7 -> shares.add(lost(name, i, restless));
                case 8 -> shares.add(failed(name, i));
                case 9 -> shares.add(share(name, i, false));
                default -> {
                    open.add(name);
                    shares.add(share(name, i, true));
                }
            }
        }
        stand.change(all -> all.withShares(shares));
    }

    private Share lost(String name, int i, boolean restless) {
        stand.linker.fail(
                name, Problem.of(ProblemCode.CONNECTION_LOST, "reset", "server", "attic"));
        return share(name, i, restless);
    }

    private Share failed(String name, int i) {
        stand.linker.fail(
                name, Problem.of(ProblemCode.PORT_PRIVILEGED, "", "server", "attic", "port", "1"));
        return share(name, i, true);
    }

    private static Share share(String name, int i, boolean on) {
        String server = i % 2 == 0 ? "demo-vps" : "attic";
        Target target = Target.parse("nas:" + (2_000 + i));
        return new Share(name, target, List.of(server), 0, "*", false, on);
    }

    /// Bytes pass through all that are open, visitors come and go.
    void move() {
        awaitOpen();
        prove();
        List<Traffic> all =
                open.stream().map(name -> stand.linker.doorway(name).traffic()).toList();
        mover.scheduleAtFixedRate(() -> all.forEach(this::pass), 0, 50, TimeUnit.MILLISECONDS);
    }

    /// Nothing has happened for two hours.
    void rest() {
        awaitOpen();
        prove();
        stand.clock.move(Duration.ofHours(2));
    }

    private void awaitOpen() {
        Await.until(
                Duration.ofSeconds(60), "open", () -> stand.linker.open().size() == open.size());
    }

    private void prove() {
        Reach.Proof proof = new Reach.Proof(stand.clock.instant(), Duration.ofMillis(24));
        Reach proven =
                new Reach(
                        Exposure.EVERYONE,
                        Reach.Why.OPENED_FROM_HERE,
                        Map.of("server", "demo-vps", "host", "demo.example.com", "port", "41233"),
                        Optional.of(proof),
                        Optional.empty());
        open.forEach(name -> stand.linker.doorway(name).reaches(proven));
    }

    private void pass(Traffic traffic) {
        traffic.sent(random.nextInt(MOST_BYTES));
        traffic.received(random.nextInt(MOST_BYTES));
        if (random.nextInt(20) == 0) {
            traffic.came();
        } else if (random.nextInt(20) == 0 && traffic.sample().visitors() > 0) {
            traffic.left();
        }
    }

    @Override
    public void close() {
        mover.shutdownNow();
    }
}
