package dev.portico.desktop.tray;

import dev.portico.store.keyring.SessionBus;

import java.util.Map;

/// Finds the tray of this system.
public final class Trays {
    private Trays() {}

    /// @param osName as Java names it
    public static Tray ofThisSystem(String osName, Map<String, String> env) {
        if (osName.equals("Linux")) {
            return SessionBus.address(env).<Tray>map(StatusNotifierTray::new).orElse(Tray.NONE);
        }
        return AwtTray.ofThisSystem();
    }
}
