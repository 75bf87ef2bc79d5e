package dev.portico.desktop.details;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.ShareHead;
import dev.portico.share.Proxy;
import dev.portico.share.Server;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.TrafficSample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Says of each stop on the way how it really is.
final class JourneyWriter {
    private final Texts texts;
    private final Function<String, Optional<Server>> servers;

    /// @param servers finds a server by its name
    JourneyWriter(Texts texts, Function<String, Optional<Server>> servers) {
        this.texts = texts;
        this.servers = servers;
    }

    Journey write(ShareHead head) {
        ShareStatus status = head.status();
        boolean open = status.state() instanceof ShareState.Open;
        TrafficSample traffic = status.traffic();
        Wire.Flow flow = flow(open, traffic.sent() + traffic.received() > 0);
        Wire.Flow inner = status.targetUp() ? flow : Wire.Flow.BROKEN;
        return new Journey(
                List.of(visitors(open, traffic), server(head), computer(status), target(status)),
                List.of(
                        new Wire(flow, texts.of("route.internet")),
                        new Wire(flow, ssh(status)),
                        new Wire(inner, texts.of("route.local"))));
    }

    private static Wire.Flow flow(boolean open, boolean used) {
        if (!open) {
            return Wire.Flow.BROKEN;
        }
        return used ? Wire.Flow.USED : Wire.Flow.READY;
    }

    private String ssh(ShareStatus status) {
        return status.reach()
                .proof()
                .map(proof -> String.valueOf(proof.roundTrip().toMillis()))
                .map(n -> texts.of("route.ssh", "n", n))
                .orElse("SSH");
    }

    private Hop visitors(boolean open, TrafficSample traffic) {
        String words =
                texts.of(
                        "route.visitors.here",
                        "now",
                        String.valueOf(traffic.visitors()),
                        "all",
                        String.valueOf(traffic.visitorsInAll()));
        return new Hop(
                open ? Mark.OPEN : Mark.STOPPED,
                texts.of("route.visitors"),
                false,
                open ? words : texts.of("route.nobody"),
                "");
    }

    private Hop server(ShareHead head) {
        ShareStatus status = head.status();
        return switch (status.state()) {
            case ShareState.Open(Server server, var forward, _) ->
                    new Hop(
                            status.reach().concern().isPresent() ? Mark.CHECK : Mark.OPEN,
                            status.reach().corrected(forward).address(),
                            true,
                            head.who(),
                            around(Optional.of(server)));
            case ShareState.Connecting _,
                    ShareState.Waiting _,
                    ShareState.Stopped _,
                    ShareState.Failed _ -> {
                Optional<Server> server = servers.apply(status.share().server());
                yield new Hop(
                        head.mark(),
                        place(status, server),
                        true,
                        head.detail().isEmpty() ? head.word() : head.detail(),
                        around(server));
            }
        };
    }

    private static String place(ShareStatus status, Optional<Server> server) {
        String host = server.map(Server::host).orElse(status.share().server());
        int port = status.share().port();
        return port == 0 ? host : host + ":" + port;
    }

    /// What is passed before the server is reached.
    private String around(Optional<Server> server) {
        List<String> lines = new ArrayList<>();
        server.ifPresent(
                it -> {
                    lines.add(it.address());
                    it.way()
                            .proxy()
                            .map(Proxy::text)
                            .ifPresent(proxy -> lines.add(texts.of("route.proxy", "proxy", proxy)));
                    if (!it.way().jumps().isEmpty()) {
                        String jumps = String.join(" → ", it.way().jumps());
                        lines.add(texts.of("route.jumps", "jumps", jumps));
                    }
                });
        return String.join("\n", lines);
    }

    private Hop computer(ShareStatus status) {
        Mark mark =
                switch (status.state()) {
                    case ShareState.Open _ -> Mark.OPEN;
                    case ShareState.Connecting _ -> Mark.CONNECTING;
                    case ShareState.Waiting waiting ->
                            waiting.retryAt().isEmpty() ? Mark.WAIT : Mark.RETRY;
                    case ShareState.Stopped _, ShareState.Failed _ -> Mark.STOPPED;
                };
        String key =
                switch (status.state()) {
                    case ShareState.Open _ -> "route.link.up";
                    case ShareState.Connecting _ -> "route.link.coming";
                    case ShareState.Waiting waiting ->
                            waiting.retryAt().isEmpty() ? "route.link.network" : "route.link.lost";
                    case ShareState.Stopped _, ShareState.Failed _ -> "route.link.none";
                };
        return new Hop(mark, texts.of("route.computer"), false, texts.of(key), "");
    }

    private Hop target(ShareStatus status) {
        String title = status.share().target().text();
        if (!status.targetUp()) {
            return new Hop(Mark.CHECK, title, true, texts.of("target.down"), "");
        }
        return status.traffic().visitorsInAll() > 0
                ? new Hop(Mark.OPEN, title, true, texts.of("route.answers"), "")
                : new Hop(Mark.STOPPED, title, true, texts.of("route.unasked"), "");
    }
}
