package dev.portico.console;

import dev.portico.share.Exposure;
import dev.portico.share.Forward;
import dev.portico.share.Plain;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Reach;
import dev.portico.share.Share;
import dev.portico.share.ShareEvent;
import dev.portico.share.ShareState;
import dev.portico.share.TrafficSample;
import dev.portico.share.Wording;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// For people: where it is open goes to standard output, everything on the way there to standard
/// error. A remedy is given once for each problem, and visitors are not counted aloud.
final class TextReport implements Report {
    private final Words out;
    private final Words err;
    private final Map<String, ProblemCode> advised = new HashMap<>();
    private final Map<String, Forward> opened = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Optional<String> misspelt;
    private boolean saidHowToStop;

    /// @param misspelt what may have been meant for a saved name, though none is called so
    TextReport(Words out, Words err, Optional<String> misspelt) {
        this.out = out;
        this.err = err;
        this.misspelt = misspelt;
    }

    @Override
    public void tell(ShareEvent event, Share share) {
        switch (event) {
            case ShareEvent.StateChanged changed -> state(changed, share);
            case ShareEvent.TargetChanged target ->
                    err.say(
                            target.up() ? "console.target.up" : "console.target.down",
                            "share",
                            target.share(),
                            "target",
                            target(share));
            case ShareEvent.Renamed _ -> {} // never here: only the window renames
            case ShareEvent.ReachChanged changed -> reach(share, changed.reach());
            case ShareEvent.VisitorCame _, ShareEvent.VisitorLeft _ -> {}
            case ShareEvent.VisitorRefused refused ->
                    err.say(
                            "console.refused",
                            "share",
                            refused.share(),
                            "address",
                            refused.visitor().address(),
                            "reason",
                            refused.reason());
        }
    }

    @Override
    public void traffic(Instant at, String share, TrafficSample sample) {}

    @Override
    public boolean isUnread() {
        return out.stream().checkError();
    }

    private void state(ShareEvent.StateChanged changed, Share share) {
        String name = changed.share();
        switch (changed.state()) {
            case ShareState.Connecting(var server, int attempt, var _) -> {
                if (attempt == 1) {
                    err.say("console.connecting", "share", name, "server", server.name());
                }
            }
            case ShareState.Open open -> open(share, open);
            case ShareState.Waiting waiting -> waiting(changed, waiting);
            case ShareState.Failed(Problem problem) -> {
                err.say("console.failed", "share", name, "title", problem.title(err.locale()));
                advise(name, problem);
            }
            case ShareState.Stopped _ -> stopped(changed);
        }
    }

    private void open(Share share, ShareState.Open open) {
        advised.remove(share.name());
        String link = open.forward().link();
        Forward before = opened.put(share.name(), open.forward());
        String told = links.put(share.name(), link);
        if (before != null && told != null && !before.link().equals(link)) {
            err.say("console.link-changed", "share", share.name(), "link", told);
        }
        String server = open.server().name();
        boolean unnamed = server.equals(open.server().host());
        sayOpen(unnamed ? "console.open" : "console.open.on", link, share, server);
        if (!saidHowToStop) {
            saidHowToStop = true;
            err.say("console.how-to-stop");
        }
    }

    private void reach(Share share, Reach reach) {
        String name = share.name();
        String key = "exposure." + reach.exposure().code();
        err.say(
                reach.proof().isPresent() ? "console.exposure" : "console.exposure.not-proven",
                "share",
                name,
                "exposure",
                Wording.text(err.locale(), key, Map.of()),
                "reason",
                reach.reason(err.locale()));
        correct(share, reach);
        reach.concern().ifPresent(concern -> advise(name, concern));
    }

    /// Who reads standard output alone must not be left with a link that leads nowhere.
    private void correct(Share share, Reach reach) {
        Forward forward = opened.get(share.name());
        String link = forward == null ? "" : reach.corrected(forward).link();
        if (forward != null && !link.equals(links.put(share.name(), link))) {
            boolean inside = reach.exposure() == Exposure.ONLY_ON_SERVER;
            sayOpen(
                    inside ? "console.open.inside" : "console.open.on",
                    link,
                    share,
                    reach.facts().getOrDefault("server", ""));
        }
    }

    private void sayOpen(String key, String link, Share share, String server) {
        out.say(key, "link", link, "target", target(share), "server", server);
    }

    private void waiting(ShareEvent.StateChanged changed, ShareState.Waiting waiting) {
        err.say(
                "console.waiting",
                "share",
                changed.share(),
                "title",
                waiting.problem().title(err.locale()));
        advise(changed.share(), waiting.problem());
        waiting.retryAt()
                .ifPresent(
                        at ->
                                err.sayBelow(
                                        "console.retry",
                                        "seconds",
                                        seconds(Duration.between(changed.at(), at))));
    }

    private void advise(String name, Problem problem) {
        if (advised.put(name, problem.code()) != problem.code()) {
            err.advise(problem);
            misspelt.filter(_ -> problem.code() == ProblemCode.NAME_UNKNOWN)
                    .ifPresent(word -> err.sayBelow("console.hint.saved-names", "name", word));
        }
    }

    private void stopped(ShareEvent.StateChanged changed) {
        TrafficSample traffic = changed.traffic();
        err.say(
                "console.stopped",
                "share",
                changed.share(),
                "visitors",
                String.valueOf(traffic.visitorsInAll()),
                "sent",
                bytes(traffic.sent()),
                "received",
                bytes(traffic.received()));
    }

    private static String target(Share share) {
        return Plain.text(share.target().text());
    }

    private String seconds(Duration duration) {
        return String.format(err.locale(), "%.1f", duration.toMillis() / 1_000.0);
    }

    private String bytes(long count) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = count;
        int unit = 0;
        while (value >= 1_000 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return String.format(err.locale(), unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }
}
