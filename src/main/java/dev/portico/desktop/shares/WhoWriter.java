package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.RowText.Tone;
import dev.portico.desktop.shares.RowText.WhoText;
import dev.portico.share.Audience;
import dev.portico.share.Exposure;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;

/// Who can open a link: the wish, until it is known how it really is.
final class WhoWriter {
    private final Texts texts;

    WhoWriter(Texts texts) {
        this.texts = texts;
    }

    WhoText write(ShareStatus status) {
        if (isWider(status)) {
            return new WhoText(
                    "fth-alert-triangle",
                    texts.of("exposure.wider-than-asked"),
                    texts.of("exposure.was-wider"),
                    Tone.BAD,
                    true);
        }
        if (status.state() instanceof ShareState.Open && status.exposure() != Exposure.UNKNOWN) {
            return known(status.exposure());
        }
        return wish(status.share());
    }

    private static boolean isWider(ShareStatus status) {
        return status.exposure() == Exposure.WIDER_THAN_ASKED
                || (status.state() instanceof ShareState.Failed failed
                        && failed.problem().code() == ProblemCode.WIDER_THAN_ASKED);
    }

    private WhoText known(Exposure exposure) {
        String icon =
                switch (exposure) {
                    case EVERYONE -> "fth-globe";
                    case ONLY_ON_SERVER -> "fth-lock";
                    case BLOCKED -> "fth-slash";
                    case WIDER_THAN_ASKED -> "fth-alert-triangle";
                    case UNKNOWN -> "fth-help-circle";
                };
        Tone tone = exposure == Exposure.BLOCKED ? Tone.WARN : Tone.QUIET;
        return new WhoText(icon, texts.of("exposure." + exposure.code()), "", tone, true);
    }

    private WhoText wish(Share share) {
        return switch (share.audience()) {
            case EVERYONE -> wish("fth-globe", texts.of("exposure.everyone"));
            case ONLY_ON_SERVER -> wish("fth-lock", texts.of("exposure.only-on-server"));
            case ONE_ADDRESS -> wish("fth-globe", share.bind());
        };
    }

    private static WhoText wish(String icon, String word) {
        return new WhoText(icon, word, "", Tone.QUIET, false);
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
