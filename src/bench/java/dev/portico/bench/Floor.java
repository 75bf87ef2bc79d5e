package dev.portico.bench;

import java.util.Locale;

/// What Portico must reach on a line of the report.
record Floor(Kind kind, double bound) {

    enum Kind {
        RATIO_AT_LEAST,
        RATIO_AT_MOST,
        OWN_AT_MOST
    }

    static Floor atLeast(double ratio) {
        return new Floor(Kind.RATIO_AT_LEAST, ratio);
    }

    static Floor atMost(double ratio) {
        return new Floor(Kind.RATIO_AT_MOST, ratio);
    }

    /// Portico's own number counts, whatever `ssh` has.
    static Floor ownAtMost(double number) {
        return new Floor(Kind.OWN_AT_MOST, number);
    }

    boolean isReached(double own, double ratio) {
        return switch (kind) {
            case RATIO_AT_LEAST -> ratio >= bound;
            case RATIO_AT_MOST -> ratio <= bound;
            case OWN_AT_MOST -> own <= bound;
        };
    }

    boolean isRatio() {
        return kind != Kind.OWN_AT_MOST;
    }

    String text() {
        String number = String.format(Locale.ROOT, "%s", bound);
        return switch (kind) {
            case RATIO_AT_LEAST -> "≥ " + number;
            case RATIO_AT_MOST -> "≤ " + number;
            case OWN_AT_MOST -> "≤ " + number + " (own)";
        };
    }
}
