package dev.portico.desktop;

import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.fixture.Await;
import dev.portico.fixture.OwnDisplay;
import dev.portico.fixture.RealSshd;
import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.Target;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Measures the real window under many shares, on software rendering; prints one line per figure.
public final class ManySharesRun {
    /// As the launcher starts it.
    private static final List<String> AS_STARTED =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:MetaspaceSize=64m",
                    "-Xms16m",
                    "-Xmx512m",
                    "-XX:CompileCommand=quiet",
                    "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.*::*,0.02");

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MOVING = Duration.ofSeconds(30);
    private static final Duration COMES_TO_REST = Duration.ofMinutes(2);
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 50;

    private enum Part {
        MOVING,
        IDLE,
        STARTING
    }

    private ManySharesRun() {}

    /// @param arguments a part, on the display that is there; without one all parts, on one of
    ///     their own
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            try (OwnDisplay display = OwnDisplay.open()) {
                for (Part part : Part.values()) {
                    System.out.print(display.run(AS_STARTED, ManySharesRun.class, part.name()));
                }
            }
            return;
        }
        OnScreen.start();
        switch (Part.valueOf(arguments[0])) {
            case MOVING -> moving();
            case IDLE -> idle();
            case STARTING -> starting();
        }
        System.exit(0); // threads of the shares that lead nowhere may be left
    }

    private static void moving() throws Exception {
        try (Stand stand = new Stand(folder(), Duration.ofSeconds(4));
                ManyShares shares = new ManyShares(stand)) {
            shares.open(true);
            Stage stage = show(stand);
            OnScreen.run(() -> OnScreen.select(stage, 0));
            shares.move();
            try (ScreenProbe warmUp = new ScreenProbe(stage.getScene(), true)) {
                warmUp.passes(WARM_UP);
            }
            try (ScreenProbe probe = new ScreenProbe(stage.getScene(), true)) {
                probe.passes(MOVING);
                say("1,000 shares that move: processor %.1f %% of a core", probe.cpuPercent());
                say("1,000 shares that move: queue of the screen's thread %s", probe.queue());
                say(
                        "1,000 shares that move: %.1f pulses and %.1f rows laid out per second",
                        probe.pulses() / probe.seconds(), probe.rows() / probe.seconds());
            }
        }
    }

    private static void idle() throws Exception {
        try (Stand stand = new Stand(folder(), Duration.ofSeconds(4));
                ManyShares shares = new ManyShares(stand)) {
            shares.open(false);
            Stage stage = show(stand);
            OnScreen.run(() -> OnScreen.select(stage, 0));
            shares.rest();
            try (ScreenProbe warmUp = new ScreenProbe(stage.getScene(), false)) {
                warmUp.passes(COMES_TO_REST); // compiling has nearly ended too
            }
            try (ScreenProbe probe = new ScreenProbe(stage.getScene(), false)) {
                probe.passes(IDLE);
                say("1,000 shares at rest: processor %.2f %% of a core", probe.cpuPercent());
                say(
                        "1,000 shares at rest: %d pulses, %d rows laid out in %.0f s",
                        probe.pulses(), probe.rows(), probe.seconds());
            }
        }
    }

    private static void starting() throws Exception {
        Path folder = folder();
        try (RealSshd sshd = RealSshd.start();
                Links links = new Links(sshd.knownHosts(), Asker.NOBODY);
                Stand stand = new Stand(folder, Duration.ZERO, Optional.of(links))) {
            stand.save(sshd.server());
            for (int i = 0; i < AT_ONCE; i++) {
                stand.save(
                        new Share(
                                "Share " + i,
                                Target.parse(String.valueOf(sshd.port())),
                                List.of(sshd.server().name()),
                                0,
                                "localhost",
                                false,
                                false));
            }
            Stage stage = show(stand);
            TableView<?> table = (TableView<?>) OnScreen.find(stage, "#shares");
            OnScreen.run(() -> table.getSelectionModel().selectAll());
            try (ScreenProbe warmUp = new ScreenProbe(stage.getScene(), true)) {
                warmUp.passes(WARM_UP);
            }
            start(stand, stage, table, "for the first time");
            OnScreen.run(() -> Press.key(table, KeyCode.SPACE, false));
            Await.until(PATIENCE, "none is open", () -> open(stand) == 0);
            OnScreen.settle();
            start(stand, stage, table, "again");
        }
    }

    private static void start(Stand stand, Stage stage, TableView<?> table, String which)
            throws Exception {
        try (ScreenProbe probe = new ScreenProbe(stage.getScene(), true)) {
            OnScreen.run(() -> Press.key(table, KeyCode.SPACE, false));
            Await.until(PATIENCE, "all are open", () -> open(stand) == AT_ONCE);
            say("50 shares started at once %s: all open after %.1f s", which, probe.seconds());
            say(
                    "50 shares started at once %s: queue of the screen's thread %s",
                    which, probe.queue());
        }
    }

    private static long open(Stand stand) {
        return stand.shares.snapshot().stream()
                .filter(status -> status.state() instanceof ShareState.Open)
                .count();
    }

    private static Stage show(Stand stand) throws Exception {
        CompletableFuture<Stage> opened = new CompletableFuture<>();
        OnScreen.run(
                () -> {
                    Stage stage = new Stage();
                    stand.window(stage, ListeningPorts.ofThisSystem()).show();
                    opened.complete(stage);
                });
        OnScreen.settle();
        return opened.get();
    }

    private static Path folder() throws Exception {
        return Files.createTempDirectory("portico");
    }

    private static void say(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
