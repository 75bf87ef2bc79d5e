package dev.portico.desktop.look;

import java.time.Duration;
import java.util.Locale;

/// Writes bytes, rates and times short, always with the same number of digits so that columns keep
/// still.
public final class Amounts {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};

    private Amounts() {}

    /// Decimal units: 1 KB is 1000 B.
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        String pattern = unit == 0 || value >= 9.95 ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, pattern, value, UNITS[unit]);
    }

    public static String rate(double bytesPerSecond) {
        return bytes(Math.round(bytesPerSecond)) + "/s";
    }

    /// `8 s`, `12 min`, `2 h`, `3 d`: the largest unit only.
    public static String time(Texts texts, Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return texts.of("time.seconds", "n", String.valueOf(seconds));
        }
        if (seconds < 3600) {
            return texts.of("time.minutes", "n", String.valueOf(seconds / 60));
        }
        if (seconds < 48 * 3600) {
            return texts.of("time.hours", "n", String.valueOf(seconds / 3600));
        }
        return texts.of("time.days", "n", String.valueOf(seconds / 86400));
    }
}
