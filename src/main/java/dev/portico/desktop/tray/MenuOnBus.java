package dev.portico.desktop.tray;

import dev.portico.desktop.tray.TrayBus.Node;
import dev.portico.desktop.tray.TrayBus.Pair;

import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The menu as the panel reads it. It is always up to date, so that nothing is left to do before it
/// is shown.
final class MenuOnBus extends ReadOnlyObject implements TrayBus.Menu {
    private static final int MARK_SIDE = 16;

    private final MenuTree tree = new MenuTree();
    private final Consumer<TrayAction> actions;
    private final AtomicLong revision = new AtomicLong();
    private final Map<TrayMark, byte[]> pictures = new EnumMap<>(TrayMark.class);

    MenuOnBus(Consumer<TrayAction> actions) {
        this.actions = actions;
        for (TrayMark mark : TrayMark.values()) {
            pictures.put(mark, Png.of(Drawings.mark(mark).pixels(MARK_SIDE), MARK_SIDE));
        }
    }

    /// @return the revision to tell
    UInt32 show(List<MenuEntry> menu) {
        tree.show(menu);
        return new UInt32(revision.incrementAndGet());
    }

    @Override
    public Pair<UInt32, Node> GetLayout(int parent, int depth, List<String> names) {
        if (!tree.has(parent)) {
            throw new IllegalArgumentException("no entry " + parent);
        }
        return new Pair<>(new UInt32(revision.get()), node(parent, depth, names));
    }

    @Override
    public List<TrayBus.Properties> GetGroupProperties(List<Integer> ids, List<String> names) {
        return (ids.isEmpty() ? tree.ids() : ids)
                .stream()
                        .filter(tree::has)
                        .map(id -> new TrayBus.Properties(id, properties(id, names)))
                        .toList();
    }

    @Override
    public Variant<?> GetProperty(int id, String name) {
        Variant<?> value = properties(id, List.of()).get(name);
        if (value == null) {
            throw new IllegalArgumentException("no property " + name + " of entry " + id);
        }
        return value;
    }

    @Override
    public void Event(int id, String event, Variant<?> value, UInt32 timestamp) {
        if (event.equals("clicked")) {
            tree.entry(id).ifPresent(this::choose);
        }
    }

    @Override
    public List<Integer> EventGroup(List<TrayBus.Happening> events) {
        List<Integer> unknown = new ArrayList<>();
        for (TrayBus.Happening happening : events) {
            if (tree.has(happening.id)) {
                Event(happening.id, happening.event, happening.value, happening.timestamp);
            } else {
                unknown.add(happening.id);
            }
        }
        return unknown;
    }

    @Override
    public boolean AboutToShow(int id) {
        return false;
    }

    @Override
    public Pair<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids) {
        return new Pair<>(List.of(), ids.stream().filter(id -> !tree.has(id)).toList());
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return interfaceName.equals(TrayBus.MENU)
                ? Map.of(
                        "Version",
                        new Variant<>(new UInt32(3)),
                        "TextDirection",
                        new Variant<>("ltr"),
                        "Status",
                        new Variant<>("normal"),
                        "IconThemePath",
                        new Variant<>(List.of(), "as"))
                : Map.of();
    }

    @Override
    public String getObjectPath() {
        return TrayBus.MENU_PATH;
    }

    private void choose(MenuEntry entry) {
        switch (entry) {
            case MenuEntry.Choice(TrayAction action, String _, boolean enabled) -> {
                if (enabled) {
                    actions.accept(action);
                }
            }
            case MenuEntry.Check check -> actions.accept(check.action());
            case MenuEntry.Text _, MenuEntry.Line _, MenuEntry.Submenu _ -> {}
        }
    }

    /// @param depth how many levels below it are asked for; less than none means all
    private Node node(int id, int depth, List<String> names) {
        List<Variant<?>> children = new ArrayList<>();
        if (depth != 0) {
            for (int child : tree.below(id)) {
                children.add(new Variant<>(node(child, depth - 1, names), Node.SIGNATURE));
            }
        }
        return new Node(id, properties(id, names), children);
    }

    /// @param names those that are asked for; none means all
    private Map<String, Variant<?>> properties(int id, List<String> names) {
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        if (id == MenuTree.ROOT) {
            all.put("children-display", new Variant<>("submenu"));
        }
        tree.entry(id).ifPresent(entry -> describe(entry, all));
        if (!names.isEmpty()) {
            all.keySet().retainAll(names);
        }
        return all;
    }

    private void describe(MenuEntry entry, Map<String, Variant<?>> to) {
        switch (entry) {
            case MenuEntry.Line _ -> to.put("type", new Variant<>("separator"));
            case MenuEntry.Text(String label) -> label(label, false, to);
            case MenuEntry.Choice(TrayAction _, String label, boolean enabled) ->
                    label(label, enabled, to);
            case MenuEntry.Submenu(String label, List<MenuEntry> inside) -> {
                label(label, !inside.isEmpty(), to);
                to.put("children-display", new Variant<>("submenu"));
            }
            case MenuEntry.Check check -> {
                label(check.label(), true, to);
                to.put("toggle-type", new Variant<>("checkmark"));
                to.put("toggle-state", new Variant<>(check.on() ? 1 : 0));
                to.put("icon-data", new Variant<>(pictures.get(check.mark()), "ay"));
            }
        }
    }

    /// An underscore in a label would mark the key of the entry.
    private static void label(String label, boolean enabled, Map<String, Variant<?>> to) {
        to.put("label", new Variant<>(label.replace("_", "__")));
        to.put("enabled", new Variant<>(enabled));
    }
}
