package dev.portico.desktop.tray;

import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/// The tray of Windows and macOS. Not run where Portico is tested, which is Linux.
final class AwtTray implements Tray {
    private static final int SIDE = 32;

    private final TrayIcon icon = new TrayIcon(image(TraySight.NOTHING), "Portico");
    private TraySight shown = TraySight.NOTHING;
    private Consumer<TrayAction> actions = _ -> {};
    private volatile boolean there;

    /// A tray of this kind, where the system has one.
    static Tray ofThisSystem() {
        return SystemTray.isSupported() ? new AwtTray() : Tray.NONE;
    }

    private AwtTray() {
        icon.setImageAutoSize(true);
    }

    @Override
    public void start(Consumer<TrayAction> chosen, Runnable gone) {
        EventQueue.invokeLater(
                () -> {
                    actions = chosen;
                    icon.addActionListener(_ -> chosen.accept(new TrayAction.OpenWindow()));
                    try {
                        SystemTray.getSystemTray().add(icon);
                        there = true;
                    } catch (AWTException e) {
                        System.getLogger(AwtTray.class.getName())
                                .log(Level.WARNING, "the tray takes no icon", e);
                    }
                });
    }

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public void show(TraySight sight) {
        if (sight.equals(shown)) {
            return;
        }
        shown = sight;
        EventQueue.invokeLater(
                () -> {
                    icon.setImage(image(sight));
                    icon.setToolTip(sight.tooltip());
                    PopupMenu menu = new PopupMenu();
                    fill(menu, sight.menu());
                    icon.setPopupMenu(menu);
                });
    }

    @Override
    public void tell(String title, String text) {
        EventQueue.invokeLater(() -> icon.displayMessage(title, text, TrayIcon.MessageType.NONE));
    }

    @Override
    public void close() {
        there = false;
        EventQueue.invokeLater(() -> SystemTray.getSystemTray().remove(icon));
    }

    private void fill(Menu menu, List<MenuEntry> entries) {
        for (MenuEntry entry : entries) {
            switch (entry) {
                case MenuEntry.Line _ -> menu.addSeparator();
                case MenuEntry.Text(String label) -> menu.add(item(label, false, () -> {}));
                case MenuEntry.Choice(TrayAction action, String label, boolean enabled) ->
                        menu.add(item(label, enabled, () -> actions.accept(action)));
                case MenuEntry.Check check -> menu.add(check(check));
                case MenuEntry.Submenu(String label, List<MenuEntry> inside) -> {
                    Menu below = new Menu(label);
                    below.setEnabled(!inside.isEmpty());
                    fill(below, inside);
                    menu.add(below);
                }
            }
        }
    }

    private static MenuItem item(String label, boolean enabled, Runnable run) {
        MenuItem item = new MenuItem(label);
        item.setEnabled(enabled);
        item.addActionListener(_ -> run.run());
        return item;
    }

    private CheckboxMenuItem check(MenuEntry.Check check) {
        CheckboxMenuItem item = new CheckboxMenuItem(check.label(), check.on());
        item.addItemListener(
                _ -> {
                    item.setState(check.on()); // until the share says so
                    actions.accept(check.action());
                });
        return item;
    }

    private static Image image(TraySight sight) {
        int[] pixels = Drawings.icon(sight.sum(), sight.lightInk()).pixels(SIDE);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, SIDE, SIDE, pixels, 0, SIDE);
        return image;
    }
}
