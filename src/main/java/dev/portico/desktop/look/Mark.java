package dev.portico.desktop.look;

import java.util.Locale;

/// The outline of a state: each has its own silhouette, so that a state can be read without colour.
///
/// @implNote outlines are SVG paths on a 16 px square
public enum Mark {
    OPEN("ok", disc(5.6), ""),
    CHECK(
            "warn",
            "M8 1.6c.5 0 .9.25 1.15.68l5.5 9.7c.5.9-.1 2-1.15 2H2.5c-1.05"
                    + " 0-1.65-1.1-1.15-2l5.5-9.7C7.1 1.85 7.5 1.6 8 1.6z",
            "M8 5.6v3.7M8 11.6v.1"),
    CONNECTING("acc", "", disc(5.2)),
    RETRY("warn", "M8 2.8a5.2 5.2 0 0 1 0 10.4z", disc(5.2)),
    WAIT("warn", "", disc(6) + "M6.4 5.9v4.2M9.6 5.9v4.2"),
    FAILED("bad", "M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z", "M6 6l4 4M10 6l-4 4"),
    WITHDRAWN(
            "bad",
            "M8 1.2l5.8 2.1v4.2c0 4-3.2 6.4-5.8 7.4-2.6-1-5.8-3.4-5.8-7.4V3.3z",
            "M5.6 7.8h4.8"),
    STOPPED("off", "", disc(5.2)),
    PASSED("ok", disc(6.2), "M5.2 8.2l2 2 3.6-4"),
    SKIPPED("off", "", disc(5.2) + "M5.6 8h4.8");

    private final String tone;
    private final String solid;
    private final String line;

    Mark(String tone, String solid, String line) {
        this.tone = tone;
        this.solid = solid;
        this.line = line;
    }

    /// The style class of its colour.
    String tone() {
        return "mark-" + tone;
    }

    /// The filled part.
    String solid() {
        return solid;
    }

    /// The drawn part: in the colour of the paper where it lies on a filled one.
    String line() {
        return line;
    }

    boolean linesOnSolid() {
        return !solid.isEmpty() && this != RETRY;
    }

    String key() {
        return "mark." + name().toLowerCase(Locale.ROOT);
    }

    private static String disc(double radius) {
        return String.format(
                Locale.ROOT,
                "M%1$s 8a%2$s %2$s 0 1 0 %3$s 0a%2$s %2$s 0 1 0 -%3$s 0z",
                8 - radius,
                radius,
                2 * radius);
    }
}
