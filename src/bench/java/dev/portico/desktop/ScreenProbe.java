package dev.portico.desktop;

import com.sun.management.OperatingSystemMXBean;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Counts what one scene costs from here on: processor, pulses, rows laid out anew, and, where it
/// asks, how long the screen's thread lets others wait.
final class ScreenProbe implements AutoCloseable {
    private static final long EVERY_MILLIS = 10;

    private final Scene scene;
    private final Runnable onPulse;
    private final LongAdder pulses = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final List<Long> delays = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService asker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("probe").factory());
    private final long began = System.nanoTime();
    private final long cpuBefore = cpu();

    /// @param asks whether it also queues at the screen's thread, which costs something itself
    ScreenProbe(Scene scene, boolean asks) throws Exception {
        this.scene = scene;
        this.onPulse = pulses::increment;
        OnScreen.run(this::listen);
        if (asks) {
            asker.scheduleAtFixedRate(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void listen() {
        scene.addPostLayoutPulseListener(onPulse);
        for (Node node : scene.getRoot().lookupAll(".table-row-cell")) {
            ((Parent) node)
                    .needsLayoutProperty()
                    .subscribe(
                            (_, needs) -> {
                                if (needs) {
                                    rows.increment();
                                }
                            });
        }
    }

    private void ask() {
        long asked = System.nanoTime();
        Platform.runLater(() -> delays.add(System.nanoTime() - asked));
    }

    void passes(Duration time) throws InterruptedException {
        new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /// Of the whole process, in percent of one core.
    double cpuPercent() {
        return (cpu() - cpuBefore) / 1e7 / seconds();
    }

    long pulses() {
        return pulses.sum();
    }

    long rows() {
        return rows.sum();
    }

    /// How long the screen's thread let others wait, in words.
    String queue() {
        List<Long> sorted;
        synchronized (delays) {
            sorted = delays.stream().sorted().toList();
        }
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, longest %.1f ms, asked %d times",
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1),
                sorted.size());
    }

    private static double millis(List<Long> sorted, double part) {
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, rank - 1)) / 1e6;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    @Override
    public void close() {
        asker.shutdownNow();
        Platform.runLater(() -> scene.removePostLayoutPulseListener(onPulse));
    }
}
