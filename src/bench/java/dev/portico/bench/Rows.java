package dev.portico.bench;

import java.util.ArrayList;
import java.util.List;

/// All rows, with what Portico must reach.
final class Rows {
    private static final int PINGS = 3_000;
    private static final int CONNECTIONS = 600;
    private static final int SECONDS = 3;
    private static final int IDLE = 1_000;
    private static final int MOST_COLD_MEGABYTES = 200;
    private static final int SLOWER = 4;
    private static final int OWN_PART = 5;

    private final Settings settings;
    private final List<Row> rows = new ArrayList<>();

    private Rows(Settings settings) {
        this.settings = settings;
        bulk();
        far();
        web();
        small();
        crowds();
    }

    static List<Row> wanted(Settings settings) {
        return new Rows(settings)
                .rows.stream()
                        .filter(
                                row ->
                                        settings.only().isEmpty()
                                                || settings.only().contains(row.id()))
                        .toList();
    }

    private void bulk() {
        for (String way : List.of("down", "up")) {
            for (int connections : List.of(1, 8)) {
                String order = way + " " + connections + " " + settings.megabytes();
                String id = way + connections;
                String title = (way.equals("down") ? "download" : "upload") + " x" + connections;
                bulk(id, Stage.AES, order, title + ", aes128-gcm", 1.0);
                bulk("chacha-" + id, Stage.CHACHA, order, title + ", chacha20-poly1305", 0.9);
            }
        }
        int first = Math.min(MOST_COLD_MEGABYTES, settings.megabytes());
        bulk("cold-down", Stage.COLD, "down 1 " + first, "cold, first %d MB down", first);
        bulk("cold-up", Stage.COLD, "up 1 " + first, "cold, first %d MB up", first);
    }

    private void bulk(String id, Stage stage, String order, String title, int megabytes) {
        bulk(id, stage, order, title.formatted(megabytes), 0.9);
    }

    private void bulk(String id, Stage stage, String order, String title, double floor) {
        Line speed = new Line(id, "value", title, "MB/s", Floor.atLeast(floor));
        Line cost = new Line(id, "cpu", "CPU of " + title, "s/GB", Floor.atMost(1.3));
        Row.Measurement measurement = (client, visitors) -> client.carrying(visitors, order);
        rows.add(
                stage == Stage.AES
                        ? Row.of(id, stage, measurement, speed, cost)
                        : Row.of(id, stage, measurement, speed));
    }

    private void far() {
        int megabytes = Math.max(1, settings.megabytes() / SLOWER);
        String how = " x1, 50 ms (delaying proxy)";
        bulk("far-down", Stage.FAR, "down 1 " + megabytes, "download" + how, 1.0);
        bulk("far-up", Stage.FAR, "up 1 " + megabytes, "upload" + how, 1.0);
    }

    private void web() {
        web("http1", new Load(1, SECONDS, false), "HTTP keep-alive x1", 2.0, true);
        web("http32", new Load(32, SECONDS, false), "HTTP keep-alive x32", 3.0, true);
        web("httpclose8", new Load(8, SECONDS, true), "HTTP Connection: close x8", 1.7, false);
    }

    private void web(String id, Load load, String title, double floor, boolean withTimes) {
        Line rate = new Line(id, "value", title, "requests/s", Floor.atLeast(floor));
        Line slow = new Line(id, "p99", title + ", p99", "µs", Floor.atMost(0.25));
        Row.Measurement measurement = (client, visitors) -> visitors.http(client, load);
        Row row =
                withTimes
                        ? Row.of(id, Stage.AES, measurement, rate, slow)
                        : Row.of(id, Stage.AES, measurement, rate);
        int requests = settings.warmUpRequests() / OWN_PART;
        rows.add(
                row.warmedUpBy(
                        (client, visitors) ->
                                load.serve(requests, each -> visitors.http(client, each))));
    }

    private void small() {
        connect("newconn1", 1, "new connections, one after another", 1.8);
        connect("newconn8", 8, "new connections, 8 at a time", 1.0);
        rows.add(
                Row.of(
                        "lat",
                        Stage.AES,
                        (client, visitors) -> visitors.order(client.main(), "ping 1 " + PINGS),
                        new Line("lat", "value", "ping-pong p50", "µs", Floor.atMost(1.0))));
    }

    private void connect(String id, int atOnce, String title, double floor) {
        String order = "connect " + atOnce + " " + CONNECTIONS * (atOnce == 1 ? 1 : 3);
        rows.add(
                Row.of(
                        id,
                        Stage.AES,
                        (client, visitors) -> visitors.order(client.main(), order),
                        new Line(id, "value", title, "1/s", Floor.atLeast(floor))));
    }

    private void crowds() {
        idle("idle", Stage.AES, "1,000 idle visitors");
        idle("cold-idle", Stage.COLD, "1,000 idle visitors, fresh process");
        stuck("stuck1", 1, "one stuck visitor: latency of another share");
        stuck("stuck64", 64, "64 stuck visitors: latency of another share");
    }

    private void idle(String id, Stage stage, String title) {
        rows.add(
                Row.of(
                        id,
                        stage,
                        (client, visitors) -> Crowds.idle(client, visitors, IDLE),
                        new Line(id, "rss", title + ": RSS", "MB", Floor.ownAtMost(15)),
                        new Line(id, "threads", title + ": threads", "", Floor.ownAtMost(0))));
    }

    private void stuck(String id, int visitors, String title) {
        rows.add(
                Row.of(
                        id,
                        Stage.AES,
                        (client, peer) -> Crowds.stuck(client, peer, visitors),
                        new Line(id, "value", title, "x undisturbed", Floor.ownAtMost(1.5))));
    }
}
