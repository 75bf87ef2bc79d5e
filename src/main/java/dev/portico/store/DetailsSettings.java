package dev.portico.store;

/// How the details of a share were left.
///
/// @param height in pixels; at 0 they find their own
public record DetailsSettings(boolean folded, double height) {
    public static final DetailsSettings DEFAULT = new DetailsSettings(false, 0);

    public DetailsSettings {
        height = Double.isFinite(height) ? Math.max(0, height) : 0;
    }

    public DetailsSettings withFolded(boolean now) {
        return new DetailsSettings(now, height);
    }

    public DetailsSettings withHeight(double newHeight) {
        return new DetailsSettings(folded, newHeight);
    }
}
