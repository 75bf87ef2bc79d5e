package dev.portico.store;

/// Where the window was and how it looked.
public record WindowSettings(
        double x,
        double y,
        double width,
        double height,
        boolean maximized,
        String theme,
        String language,
        String lastServer) {
    public static final WindowSettings DEFAULT =
            new WindowSettings(Double.NaN, Double.NaN, 1180, 760, false, "system", "system", "");
}
