package dev.portico.desktop.tray;

import java.util.List;

/// All that the tray shows, compared as a whole.
///
/// @param sum the worst of all shares
/// @param lightInk whether the panel is likely to be dark
public record TraySight(TrayMark sum, boolean lightInk, String tooltip, List<MenuEntry> menu) {
    public static final TraySight NOTHING =
            new TraySight(TrayMark.STOPPED, false, "Portico", List.of());

    public TraySight {
        menu = List.copyOf(menu);
    }
}
