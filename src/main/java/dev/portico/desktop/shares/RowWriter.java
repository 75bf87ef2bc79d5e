package dev.portico.desktop.shares;

import dev.portico.desktop.look.Amounts;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.desktop.shares.RowText.FlowText;
import dev.portico.desktop.shares.RowText.StateText;
import dev.portico.desktop.shares.RowText.TargetText;
import dev.portico.desktop.shares.RowText.Tone;
import dev.portico.desktop.shares.RowText.VisitorsText;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.TrafficSample;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Puts the status of a share into the words of its row.
final class RowWriter {
    private final Texts texts;
    private final TargetNotes notes;
    private final LinkWriter links;
    private final WhoWriter who;

    RowWriter(Texts texts, PortWatch watch) {
        this.texts = texts;
        this.notes = new TargetNotes(watch, texts);
        this.links = new LinkWriter(texts);
        this.who = new WhoWriter(texts);
    }

    RowText write(
            ShareStatus status, boolean wanted, Groups groups, FlowMeter.Rates rates, Instant now) {
        boolean live = !(status.state() instanceof ShareState.Stopped);
        boolean open = status.state() instanceof ShareState.Open;
        boolean busy = live && status.traffic().visitorsInAll() > 0;
        return new RowText(
                state(status, now),
                status.share().name(),
                server(status.share().server()),
                target(status, groups),
                links.write(status),
                who.write(status, now),
                open || busy ? visitors(status.traffic()) : VisitorsText.NONE,
                open || busy ? flow(status.traffic(), rates) : FlowText.NONE,
                since(status.state(), now),
                wanted,
                problem(status));
    }

    static Optional<Problem> problem(ShareStatus status) {
        return switch (status.state()) {
            case ShareState.Failed(Problem problem) -> Optional.of(problem);
            case ShareState.Waiting waiting -> Optional.of(waiting.problem());
            case ShareState.Open _ -> status.reach().concern();
            case ShareState.Stopped _, ShareState.Connecting _ -> Optional.empty();
        };
    }

    private String server(String name) {
        return name.equals(Server.PRACTICE) ? texts.of("server.practice.short") : name;
    }

    private StateText state(ShareStatus status, Instant now) {
        return switch (status.state()) {
            case ShareState.Stopped(ShareState.Reason why) -> stopped(why);
            case ShareState.Connecting connecting -> connecting(connecting);
            case ShareState.Open _ -> open(status);
            case ShareState.Waiting waiting -> waiting(waiting, now);
            case ShareState.Failed(Problem problem) -> failed(problem);
        };
    }

    private StateText open(ShareStatus status) {
        Optional<Problem> concern = status.reach().concern();
        if (!status.targetUp()) {
            return plain(Mark.CHECK, "state.open", texts.of("state.target-down"), Tone.WARN);
        }
        if (concern.isPresent()) {
            String brief = concern.get().brief(texts.locale());
            return plain(Mark.CHECK, "state.open", brief, Tone.WARN);
        }
        String proven =
                status.reach()
                        .proof()
                        .map(proof -> String.valueOf(proof.roundTrip().toMillis()))
                        .map(n -> texts.of("state.proven", "n", n))
                        .orElse("");
        return plain(Mark.OPEN, "state.open", proven, Tone.QUIET);
    }

    private StateText plain(Mark mark, String key, String detail, Tone tone) {
        return new StateText(mark, texts.of(key), detail, tone, "");
    }

    private StateText stopped(ShareState.Reason why) {
        String detail =
                switch (why) {
                    case NOT_STARTED -> "";
                    case BY_USER -> texts.of("state.stopped.by-user");
                    case APP_CLOSED -> texts.of("state.stopped.app-closed");
                    case TIME_IS_UP -> texts.of("state.stopped.time-is-up");
                };
        return plain(Mark.STOPPED, "state.stopped", detail, Tone.QUIET);
    }

    private StateText connecting(ShareState.Connecting connecting) {
        String step =
                switch (connecting.step()) {
                    case NAME -> "step.name";
                    case TCP -> "step.tcp";
                    case HOST_KEY -> "step.host-key";
                    case SIGN_IN -> "step.sign-in";
                    case PORT -> "step.port";
                    case PROOF -> "step.proof";
                };
        return new StateText(
                Mark.CONNECTING,
                texts.of("state.connecting"),
                texts.of(step),
                Tone.QUIET,
                attempt(connecting.attempt()));
    }

    private StateText waiting(ShareState.Waiting waiting, Instant now) {
        Problem problem = waiting.problem();
        String title = ProblemWords.of(problem, texts).title();
        String tooltip = attempt(waiting.attempt()) + ": " + title + raw(problem);
        if (waiting.retryAt().isEmpty()) {
            return new StateText(
                    Mark.WAIT,
                    texts.of("state.waiting"),
                    texts.of("state.waiting.network"),
                    Tone.WARN,
                    tooltip);
        }
        boolean oldPort =
                switch (problem.code()) {
                    case PORT_TAKEN, PORT_STILL_HELD -> true;
                    default -> false;
                };
        Duration left = Duration.between(now, waiting.retryAt().get());
        long seconds = Math.max(0, (left.toMillis() + 999) / 1000);
        String key = oldPort ? "state.waiting.old-port" : "state.waiting.retry";
        return new StateText(
                oldPort ? Mark.WAIT : Mark.RETRY,
                texts.of(oldPort ? "state.waiting" : "state.reconnecting"),
                texts.of(seconds == 0 ? "state.waiting.now" : key, "n", String.valueOf(seconds)),
                Tone.WARN,
                tooltip);
    }

    private StateText failed(Problem problem) {
        ProblemWords words = ProblemWords.of(problem, texts);
        boolean wider = problem.code() == ProblemCode.WIDER_THAN_ASKED;
        return new StateText(
                wider ? Mark.WITHDRAWN : Mark.FAILED,
                texts.of(wider ? "state.withdrawn" : "state.failed"),
                words.brief(),
                Tone.BAD,
                words.title() + raw(problem));
    }

    private String attempt(int attempt) {
        String key =
                switch (attempt) {
                    case 1 -> "try.first";
                    case 2 -> "try.second";
                    case 3 -> "try.third";
                    default -> "try.other";
                };
        return texts.of(key, "n", String.valueOf(attempt));
    }

    private static String raw(Problem problem) {
        return problem.raw().isEmpty() ? "" : "\n" + problem.raw();
    }

    private TargetText target(ShareStatus status, Groups groups) {
        String address = status.share().target().text();
        if (!status.targetUp() && !(status.state() instanceof ShareState.Stopped)) {
            return new TargetText(address, texts.of("target.down"), Tone.WARN);
        }
        return new TargetText(address, notes.of(status.share(), groups), Tone.QUIET);
    }

    private VisitorsText visitors(TrafficSample traffic) {
        return new VisitorsText(
                String.valueOf(traffic.visitors()),
                texts.of("visitors.of", "n", String.valueOf(traffic.visitorsInAll())));
    }

    private FlowText flow(TrafficSample traffic, FlowMeter.Rates rates) {
        boolean moving = rates.sent() >= 1 || rates.received() >= 1;
        return new FlowText(
                Amounts.bytes(traffic.sent()),
                Amounts.bytes(traffic.received()),
                moving ? Amounts.rate(rates.sent()) : "",
                moving ? Amounts.rate(rates.received()) : "",
                texts.of(
                        "flow.exact",
                        "sent",
                        String.format(texts.locale(), "%,d", traffic.sent()),
                        "received",
                        String.format(texts.locale(), "%,d", traffic.received())),
                moving);
    }

    private String since(ShareState state, Instant now) {
        if (!(state instanceof ShareState.Open open)) {
            return "";
        }
        Duration age = Duration.between(open.since(), now);
        return age.toSeconds() < 5 ? texts.of("time.now") : Amounts.time(texts, age);
    }
}
