package dev.portico.console;

import dev.portico.share.Exposure;
import dev.portico.share.Forward;
import dev.portico.share.Problem;
import dev.portico.share.Reach;
import dev.portico.share.Share;
import dev.portico.share.ShareEvent;
import dev.portico.share.ShareState;
import dev.portico.share.TrafficSample;
import dev.portico.share.Visitor;
import dev.portico.store.JsonLines;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One JSON object on one line for each event. Names and order of fields are a contract: add, never
/// rename.
final class JsonReport implements Report {
    private final PrintStream out;
    private final Locale locale;
    private final JsonLines lines = new JsonLines();
    private final Map<String, Forward> opened = new HashMap<>();

    /// @param out gets UTF-8, whatever its own encoding is
    JsonReport(PrintStream out, Locale locale) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
        this.locale = locale;
    }

    @Override
    public void tell(ShareEvent event, Share share) {
        switch (event) {
            case ShareEvent.StateChanged changed -> state(changed, share);
            case ShareEvent.TargetChanged target ->
                    print(fields("target", target, "up", target.up()));
            case ShareEvent.Renamed _ -> {} // never here: only the window renames
            case ShareEvent.ReachChanged changed -> print(exposure(changed, changed.reach()));
            case ShareEvent.VisitorCame came -> print(visitor(came, came.visitor(), "came"));
            case ShareEvent.VisitorLeft left -> {
                Map<String, Object> fields = visitor(left, left.visitor(), "left");
                fields.put("sent", left.sent());
                fields.put("received", left.received());
                fields.put("seconds", seconds(left.visitor().since(), left.at()));
                print(fields);
            }
            case ShareEvent.VisitorRefused refused -> {
                Map<String, Object> fields = visitor(refused, refused.visitor(), "refused");
                fields.put("reason", refused.reason());
                print(fields);
            }
        }
    }

    @Override
    public void traffic(Instant at, String share, TrafficSample sample) {
        Map<String, Object> fields = start("traffic", at, share);
        fields.put("sent", sample.sent());
        fields.put("received", sample.received());
        fields.put("visitors", sample.visitors());
        print(fields);
    }

    @Override
    public boolean isUnread() {
        return out.checkError();
    }

    private void state(ShareEvent.StateChanged changed, Share share) {
        Map<String, Object> fields =
                switch (changed.state()) {
                    case ShareState.Connecting connecting ->
                            fields(
                                    "connecting",
                                    changed,
                                    "server",
                                    connecting.server().name(),
                                    "attempt",
                                    connecting.attempt());
                    case ShareState.Open open -> open(changed, open, share);
                    case ShareState.Waiting waiting -> waiting(changed, waiting);
                    case ShareState.Failed failed ->
                            fields("failed", changed, "problem", problem(failed.problem()));
                    case ShareState.Stopped _ -> stopped(changed);
                };
        print(fields);
    }

    private Map<String, Object> exposure(ShareEvent event, Reach reach) {
        Map<String, Object> fields =
                fields(
                        "exposure",
                        event,
                        "exposure",
                        reach.exposure().code(),
                        "reason",
                        reach.reason(locale),
                        "proven",
                        reach.proof().isPresent());
        reach.proof().ifPresent(proof -> fields.put("milliseconds", proof.roundTrip().toMillis()));
        if (reach.concern().isPresent() && reach.exposure() == Exposure.ONLY_ON_SERVER) {
            correct(fields, event.share(), reach);
        }
        reach.concern().ifPresent(concern -> fields.put("problem", problem(concern)));
        return fields;
    }

    /// The address of the open event is not reached.
    private void correct(Map<String, Object> fields, String share, Reach reach) {
        Forward forward = opened.get(share);
        if (forward != null) {
            fields.put("address", reach.corrected(forward).address());
            fields.put("link", reach.corrected(forward).link());
        }
    }

    private Map<String, Object> open(
            ShareEvent.StateChanged changed, ShareState.Open open, Share share) {
        String link = open.forward().link();
        Forward before = opened.put(changed.share(), open.forward());
        Map<String, Object> fields =
                fields(
                        "open",
                        changed,
                        "server",
                        open.server().name(),
                        "bind",
                        open.forward().bind(),
                        "port",
                        open.forward().port(),
                        "address",
                        open.forward().address(),
                        "link",
                        open.forward().link(),
                        "target",
                        share.target().text(),
                        "exposure",
                        Exposure.UNKNOWN.code());
        if (before != null && !before.link().equals(link)) {
            fields.put("linkBefore", before.link());
        }
        return fields;
    }

    private Map<String, Object> waiting(
            ShareEvent.StateChanged changed, ShareState.Waiting waiting) {
        Map<String, Object> fields =
                fields(
                        "waiting",
                        changed,
                        "problem",
                        problem(waiting.problem()),
                        "attempt",
                        waiting.attempt());
        waiting.retryAt().ifPresent(at -> fields.put("retryAt", at));
        return fields;
    }

    private static Map<String, Object> stopped(ShareEvent.StateChanged changed) {
        return fields(
                "stopped",
                changed,
                "sent",
                changed.traffic().sent(),
                "received",
                changed.traffic().received(),
                "visitors", // all who ever came; a traffic event counts those who are here
                changed.traffic().visitorsInAll());
    }

    private Map<String, Object> problem(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", problem.code().code());
        fields.put("title", problem.title(locale));
        fields.put("remedy", problem.consoleRemedy(locale));
        fields.put("raw", problem.raw());
        return fields;
    }

    private static Map<String, Object> visitor(ShareEvent event, Visitor visitor, String what) {
        return fields(
                "visitor",
                event,
                "id",
                visitor.id(),
                "address",
                visitor.address(),
                "port",
                visitor.port(),
                "what",
                what);
    }

    private static double seconds(Instant since, Instant until) {
        return Math.max(0, Duration.between(since, until).toMillis()) / 1_000.0;
    }

    private static Map<String, Object> fields(String name, ShareEvent event, Object... pairs) {
        Map<String, Object> fields = start(name, event.at(), event.share());
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            fields.put(pairs[i].toString(), pairs[i + 1]);
        }
        return fields;
    }

    private static Map<String, Object> start(String name, Instant at, String share) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", name);
        fields.put("at", at);
        fields.put("share", share);
        return fields;
    }

    private void print(Map<String, @Nullable Object> fields) {
        out.print(lines.line(fields) + "\n");
        out.flush();
    }
}
