package dev.portico.desktop.tray;

import java.util.List;

/// One line of the tray's menu.
public sealed interface MenuEntry {

    /// What stays the same when the words change.
    Object key();

    record Text(String label) implements MenuEntry {
        @Override
        public Object key() {
            return Text.class;
        }
    }

    /// @param number tells the lines of a menu apart
    record Line(int number) implements MenuEntry {
        @Override
        public Object key() {
            return this;
        }
    }

    record Choice(TrayAction action, String label, boolean enabled) implements MenuEntry {
        @Override
        public Object key() {
            return action;
        }
    }

    /// A share: the check is the wish, the mark is the truth.
    record Check(TrayAction action, String label, boolean on, TrayMark mark) implements MenuEntry {
        @Override
        public Object key() {
            return action;
        }
    }

    record Submenu(String label, List<MenuEntry> entries) implements MenuEntry {
        public Submenu {
            entries = List.copyOf(entries);
        }

        @Override
        public Object key() {
            return Submenu.class;
        }
    }
}
