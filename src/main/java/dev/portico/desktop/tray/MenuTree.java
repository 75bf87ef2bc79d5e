package dev.portico.desktop.tray;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The menu with the numbers by which the panel knows its entries. A number is never given to
/// another entry: a click that comes late must not switch another share.
final class MenuTree {
    static final int ROOT = 0;

    private final Map<Object, Integer> numbers = new HashMap<>();
    private Map<Integer, MenuEntry> entries = new LinkedHashMap<>();
    private List<MenuEntry> top = List.of();
    private int last = ROOT;

    synchronized void show(List<MenuEntry> menu) {
        top = menu;
        entries = new LinkedHashMap<>();
        take(menu);
    }

    synchronized Optional<MenuEntry> entry(int id) {
        return Optional.ofNullable(entries.get(id));
    }

    synchronized boolean has(int id) {
        return id == ROOT || entries.containsKey(id);
    }

    synchronized List<Integer> ids() {
        return List.copyOf(entries.keySet());
    }

    synchronized List<Integer> below(int id) {
        return below(id == ROOT ? top : children(entries.get(id)));
    }

    private List<Integer> below(List<MenuEntry> children) {
        return children.stream().map(child -> number(child.key())).toList();
    }

    private static List<MenuEntry> children(@Nullable MenuEntry entry) {
        return entry instanceof MenuEntry.Submenu(String _, List<MenuEntry> inside)
                ? inside
                : List.of();
    }

    private void take(List<MenuEntry> menu) {
        for (MenuEntry entry : menu) {
            entries.put(number(entry.key()), entry);
            take(children(entry));
        }
    }

    private int number(Object key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        last++;
        numbers.put(key, last);
        return last;
    }
}
