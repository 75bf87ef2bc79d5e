package dev.portico.desktop.tray;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The icon as the panel reads it.
final class ItemOnBus extends ReadOnlyObject implements TrayBus.Item {
    private static final int[] SIDES = {22, 24, 32, 48};

    private final Runnable open;
    private volatile Map<String, Variant<?>> properties;

    /// @param open what a click does
    ItemOnBus(TraySight sight, Runnable open) {
        this.open = open;
        this.properties = properties(sight);
    }

    void show(TraySight sight) {
        properties = properties(sight);
    }

    @Override
    public void Activate(int x, int y) {
        open.run();
    }

    @Override
    public void SecondaryActivate(int x, int y) {
        open.run();
    }

    @Override
    public void ContextMenu(int x, int y) {
        // the panel draws the menu itself
    }

    @Override
    public void Scroll(int delta, String orientation) {
        // nothing to scroll through
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return interfaceName.equals(TrayBus.ITEM) ? properties : Map.of();
    }

    @Override
    public String getObjectPath() {
        return TrayBus.ITEM_PATH;
    }

    private static Map<String, Variant<?>> properties(TraySight sight) {
        Picture icon = Drawings.icon(sight.sum(), sight.lightInk());
        List<TrayBus.Pixmap> pixmaps =
                IntStream.of(SIDES).mapToObj(side -> pixmap(icon, side)).toList();
        TrayBus.ToolTip tooltip = new TrayBus.ToolTip("", List.of(), sight.tooltip(), "");
        return Map.ofEntries(
                Map.entry("Category", new Variant<>("Communications")),
                Map.entry("Id", new Variant<>("portico")),
                Map.entry("Title", new Variant<>("Portico")),
                Map.entry("Status", new Variant<>("Active")),
                Map.entry("WindowId", new Variant<>(0)),
                Map.entry("IconThemePath", new Variant<>("")),
                Map.entry("IconName", new Variant<>("")),
                Map.entry("IconPixmap", new Variant<>(pixmaps, "a" + TrayBus.Pixmap.SIGNATURE)),
                Map.entry("OverlayIconName", new Variant<>("")),
                Map.entry("AttentionIconName", new Variant<>("")),
                Map.entry("ToolTip", new Variant<>(tooltip, TrayBus.ToolTip.SIGNATURE)),
                Map.entry("ItemIsMenu", new Variant<>(false)),
                Map.entry("Menu", new Variant<>(new DBusPath(TrayBus.MENU_PATH))));
    }

    private static TrayBus.Pixmap pixmap(Picture icon, int side) {
        return new TrayBus.Pixmap(side, side, Picture.networkOrder(icon.pixels(side)));
    }
}
