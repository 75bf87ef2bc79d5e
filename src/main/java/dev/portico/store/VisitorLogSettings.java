package dev.portico.store;

/// Whether and how visitors are remembered.
///
/// @param days how long an entry is kept
/// @param shortAddresses whether the part of an address that names one computer is left out
public record VisitorLogSettings(boolean on, int days, boolean shortAddresses) {
    public static final VisitorLogSettings DEFAULT = new VisitorLogSettings(true, 30, false);

    /// A number of days that makes no sense becomes the nearest that does.
    public VisitorLogSettings {
        days = Math.clamp(days, 1, 3650);
    }

    public VisitorLogSettings withOn(boolean now) {
        return new VisitorLogSettings(now, days, shortAddresses);
    }

    public VisitorLogSettings withShortAddresses(boolean now) {
        return new VisitorLogSettings(on, days, now);
    }
}
