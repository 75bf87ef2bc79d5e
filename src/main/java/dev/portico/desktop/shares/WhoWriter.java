package dev.portico.desktop.shares;

import dev.portico.desktop.look.Amounts;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.RowText.Tone;
import dev.portico.desktop.shares.RowText.WhoText;
import dev.portico.share.Audience;
import dev.portico.share.ProblemCode;
import dev.portico.share.Reach;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;

import java.time.Duration;
import java.time.Instant;

/// Who can open a link: the wish, until it is known how it really is.
final class WhoWriter {
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final Texts texts;

    WhoWriter(Texts texts) {
        this.texts = texts;
    }

    WhoText write(ShareStatus status, Instant now) {
        if (status.state() instanceof ShareState.Failed failed
                && failed.problem().code() == ProblemCode.WIDER_THAN_ASKED) {
            return new WhoText(
                    "fth-alert-triangle",
                    texts.of("exposure.wider-than-asked"),
                    texts.of("exposure.was-wider"),
                    Tone.BAD,
                    true,
                    failed.problem().title(texts.locale()));
        }
        boolean known =
                status.state() instanceof ShareState.Open
                        && status.reach().why() != Reach.Why.NOT_YET;
        return known ? known(status.reach(), now) : wish(status.share());
    }

    private WhoText known(Reach reach, Instant now) {
        String icon =
                switch (reach.exposure()) {
                    case EVERYONE -> "fth-globe";
                    case ONLY_ON_SERVER -> "fth-lock";
                    case BLOCKED -> "fth-slash";
                    case WIDER_THAN_ASKED -> "fth-alert-triangle";
                    case UNKNOWN -> "fth-help-circle";
                };
        Tone tone =
                switch (reach.exposure()) {
                    case EVERYONE, UNKNOWN -> Tone.QUIET;
                    case ONLY_ON_SERVER -> reach.concern().isPresent() ? Tone.WARN : Tone.QUIET;
                    case BLOCKED -> Tone.WARN;
                    case WIDER_THAN_ASKED -> Tone.BAD;
                };
        return new WhoText(
                icon,
                texts.of("exposure." + reach.exposure().code()),
                proven(reach, now),
                tone,
                true,
                reach.reason(texts.locale()) + "\n" + texts.of("exposure.from-here"));
    }

    /// In minutes, so that a quiet window is not painted all the time.
    private String proven(Reach reach, Instant now) {
        if (reach.proof().isEmpty()) {
            return texts.of("exposure.not-proven");
        }
        Duration age = Duration.between(reach.proof().get().at(), now);
        if (age.compareTo(JUST_NOW) < 0) {
            return texts.of("exposure.proven-now");
        }
        return texts.of("exposure.proven", "time", Amounts.time(texts, age));
    }

    private WhoText wish(Share share) {
        return switch (share.audience()) {
            case EVERYONE -> wish("fth-globe", texts.of("exposure.everyone"));
            case ONLY_ON_SERVER -> wish("fth-lock", texts.of("exposure.only-on-server"));
            case ONE_ADDRESS -> wish("fth-globe", share.bind());
        };
    }

    private static WhoText wish(String icon, String word) {
        return new WhoText(icon, word, "", Tone.QUIET, false, "");
    }

    static String key(Audience audience) {
        return audience == Audience.ONLY_ON_SERVER
                ? "exposure.only-on-server"
                : "exposure.everyone";
    }

    static String icon(Audience audience) {
        return audience == Audience.ONLY_ON_SERVER ? "fth-lock" : "fth-globe";
    }
}
