package dev.portico.desktop.details;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Forward;
import dev.portico.share.Problem;
import dev.portico.share.Reach;
import dev.portico.share.ShareEvent;
import dev.portico.share.ShareState;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the history of a share into words.
final class HistoryWriter {
    static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Texts texts;

    HistoryWriter(Texts texts) {
        this.texts = texts;
    }

    /// @param events the oldest first
    /// @return the newest first
    List<Happening> write(List<ShareEvent> events) {
        List<Happening> lines = new ArrayList<>();
        Optional<Forward> last = Optional.empty();
        for (ShareEvent event : events) {
            lines.add(line(event, last));
            if (event instanceof ShareEvent.StateChanged changed) {
                last = known(changed.state(), last);
            }
        }
        return lines.reversed();
    }

    /// Whoever stopped a share does not wonder that it has another link.
    private static Optional<Forward> known(ShareState state, Optional<Forward> before) {
        return switch (state) {
            case ShareState.Open open -> Optional.of(open.forward());
            case ShareState.Stopped _ -> Optional.empty();
            case ShareState.Connecting _, ShareState.Waiting _, ShareState.Failed _ -> before;
        };
    }

    private Happening line(ShareEvent event, Optional<Forward> before) {
        String time = CLOCK.format(event.at());
        return switch (event) {
            case ShareEvent.StateChanged changed -> state(time, changed.state(), before);
            case ShareEvent.ReachChanged changed -> reach(time, changed.reach());
            case ShareEvent.TargetChanged changed ->
                    new Happening(
                            time,
                            changed.up() ? Mark.PASSED : Mark.CHECK,
                            texts.of(changed.up() ? "history.up" : "history.down"));
            case ShareEvent.VisitorCame _, ShareEvent.VisitorLeft _, ShareEvent.VisitorRefused _ ->
                    throw new IllegalArgumentException("visits are not kept here");
            case ShareEvent.Renamed _ ->
                    throw new IllegalArgumentException("a name is not kept here");
        };
    }

    private Happening state(String time, ShareState state, Optional<Forward> before) {
        return switch (state) {
            case ShareState.Open open -> open(time, open.forward(), before);
            case ShareState.Waiting waiting ->
                    new Happening(time, Mark.RETRY, title("history.lost", waiting.problem()));
            case ShareState.Failed(Problem problem) ->
                    new Happening(time, Mark.FAILED, title("history.failed", problem));
            case ShareState.Stopped _ ->
                    new Happening(time, Mark.STOPPED, texts.of("history.stopped"));
            case ShareState.Connecting _ ->
                    new Happening(time, Mark.CONNECTING, texts.of("state.connecting"));
        };
    }

    private Happening open(String time, Forward now, Optional<Forward> before) {
        if (before.isEmpty()) {
            return new Happening(time, Mark.OPEN, texts.of("history.open", "link", now.link()));
        }
        Forward was = before.get();
        return was.link().equals(now.link())
                ? new Happening(time, Mark.OPEN, texts.of("history.back", "link", now.link()))
                : new Happening(
                        time,
                        Mark.CHECK,
                        texts.of("history.changed", "before", was.link(), "link", now.link()));
    }

    private String title(String key, Problem problem) {
        return texts.of(key, "title", problem.title(texts.locale()));
    }

    private Happening reach(String time, Reach reach) {
        String word = texts.of("exposure." + reach.exposure().code());
        String proof =
                reach.proof()
                        .map(it -> String.valueOf(it.roundTrip().toMillis()))
                        .map(n -> texts.of("state.proven", "n", n))
                        .orElseGet(() -> texts.of("exposure.not-proven"));
        Mark mark = reach.concern().isPresent() ? Mark.CHECK : Mark.PASSED;
        String words =
                texts.of(
                        "history.reach",
                        "who",
                        word,
                        "proof",
                        proof,
                        "reason",
                        reach.reason(texts.locale()));
        return new Happening(time, mark, words);
    }
}
