package dev.portico.desktop;

import dev.portico.desktop.look.Background;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Opens links in the user's browser by the command that each system has for it; AWT's way would
/// start a second toolkit.
final class Browser {
    private final Background background;

    Browser(Background background) {
        this.background = background;
    }

    void open(String link) {
        background.run(() -> start(link), _ -> {}, _ -> {});
    }

    private static Process start(String link) throws IOException {
        if (!link.startsWith("http://") && !link.startsWith("https://")) {
            throw new IOException("not for a browser: " + link);
        }
        return new ProcessBuilder(command(System.getProperty("os.name"), link))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static List<String> command(String system, String link) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", link);
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", link);
    }
}
