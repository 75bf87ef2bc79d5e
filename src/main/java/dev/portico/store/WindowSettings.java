package dev.portico.store;

import java.util.Set;

/// How the window was left.
///
/// @param x of the left upper corner, in pixels; with all four at 0 the window finds its own place
/// @param theme `system`, `light` or `dark`
/// @param language `system`, `en` or `zh`
/// @param lastServer the name of the server used last, or empty
/// @param page `shares`, `servers`, `visitors` or `settings`
public record WindowSettings(
        double x,
        double y,
        double width,
        double height,
        boolean maximized,
        String theme,
        String language,
        String lastServer,
        TableSettings table,
        String page,
        DetailsSettings details) {

    public static final String SYSTEM = "system";
    public static final String SHARES = "shares";
    private static final Set<String> PAGES = Set.of(SHARES, "servers", "visitors", "settings");
    private static final Set<String> THEMES = Set.of(SYSTEM, "light", "dark");
    private static final Set<String> LANGUAGES = Set.of(SYSTEM, "en", "zh");

    /// Stands after what its constructor looks at.
    public static final WindowSettings DEFAULT =
            new WindowSettings(0, 0, 0, 0, false, SYSTEM, SYSTEM, "");

    /// A look that is not known becomes the usual one: no reason to lose a file.
    public WindowSettings {
        theme = THEMES.contains(theme) ? theme : SYSTEM;
        language = LANGUAGES.contains(language) ? language : SYSTEM;
        page = PAGES.contains(page) ? page : SHARES;
        x = finite(x);
        y = finite(y);
        width = Math.max(0, finite(width));
        height = Math.max(0, finite(height));
    }

    public WindowSettings(
            double x,
            double y,
            double width,
            double height,
            boolean maximized,
            String theme,
            String language,
            String lastServer) {
        this(
                x,
                y,
                width,
                height,
                maximized,
                theme,
                language,
                lastServer,
                TableSettings.DEFAULT,
                SHARES,
                DetailsSettings.DEFAULT);
    }

    public WindowSettings withPlace(double newX, double newY, double newWidth, double newHeight) {
        return new WindowSettings(
                newX,
                newY,
                newWidth,
                newHeight,
                maximized,
                theme,
                language,
                lastServer,
                table,
                page,
                details);
    }

    public WindowSettings withMaximized(boolean now) {
        return new WindowSettings(
                x, y, width, height, now, theme, language, lastServer, table, page, details);
    }

    public WindowSettings withTheme(String newTheme) {
        return new WindowSettings(
                x,
                y,
                width,
                height,
                maximized,
                newTheme,
                language,
                lastServer,
                table,
                page,
                details);
    }

    public WindowSettings withLanguage(String newLanguage) {
        return new WindowSettings(
                x,
                y,
                width,
                height,
                maximized,
                theme,
                newLanguage,
                lastServer,
                table,
                page,
                details);
    }

    public WindowSettings withLastServer(String newServer) {
        return new WindowSettings(
                x, y, width, height, maximized, theme, language, newServer, table, page, details);
    }

    public WindowSettings withTable(TableSettings newTable) {
        return new WindowSettings(
                x,
                y,
                width,
                height,
                maximized,
                theme,
                language,
                lastServer,
                newTable,
                page,
                details);
    }

    public WindowSettings withPage(String newPage) {
        return new WindowSettings(
                x,
                y,
                width,
                height,
                maximized,
                theme,
                language,
                lastServer,
                table,
                newPage,
                details);
    }

    public WindowSettings withDetails(DetailsSettings newDetails) {
        return new WindowSettings(
                x,
                y,
                width,
                height,
                maximized,
                theme,
                language,
                lastServer,
                table,
                page,
                newDetails);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
