package dev.portico.desktop.tray;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A panel that shows icons, and a server of notifications: what it reads is for the test to judge.
public final class PretendPanel implements AutoCloseable {
    private final DBusConnection bus;
    private final List<String> services = new CopyOnWriteArrayList<>();
    private final List<List<String>> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger icons = new AtomicInteger();
    private final AtomicInteger tooltips = new AtomicInteger();
    private final AtomicInteger layouts = new AtomicInteger();
    private volatile boolean host = true;

    public PretendPanel(String address) throws DBusException {
        bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        bus.exportObject(new Watch());
        bus.exportObject(new Bubbles());
        bus.addSigHandler(TrayBus.Item.NewIcon.class, _ -> icons.incrementAndGet());
        bus.addSigHandler(TrayBus.Item.NewToolTip.class, _ -> tooltips.incrementAndGet());
        bus.addSigHandler(TrayBus.Menu.LayoutUpdated.class, _ -> layouts.incrementAndGet());
        bus.requestBusName(TrayBus.NOTIFICATIONS);
        bus.requestBusName(TrayBus.WATCHER);
    }

    public boolean hasItem() {
        return !services.isEmpty();
    }

    /// Summary and body of each notification.
    public List<List<String>> told() {
        return told;
    }

    int icons() {
        return icons.get();
    }

    int tooltips() {
        return tooltips.get();
    }

    int layouts() {
        return layouts.get();
    }

    /// The panel stays, but no longer shows icons.
    void loseHost() throws DBusException {
        host = false;
        bus.sendMessage(new TrayBus.Watcher.StatusNotifierHostUnregistered(TrayBus.WATCHER_PATH));
    }

    Object property(String name) throws DBusException {
        Object value =
                object(TrayBus.ITEM_PATH, Properties.class)
                        .GetAll(TrayBus.ITEM)
                        .get(name)
                        .getValue();
        return value;
    }

    /// Side and bytes of each picture.
    Map<Integer, byte[]> pixmaps() throws DBusException {
        Map<Integer, byte[]> pixmaps = new java.util.TreeMap<>();
        for (Object pixmap : (List<?>) property("IconPixmap")) {
            Object[] parts = (Object[]) pixmap;
            pixmaps.put((Integer) parts[0], bytes(parts[2]));
        }
        return pixmaps;
    }

    public void click() throws DBusException {
        object(TrayBus.ITEM_PATH, TrayBus.Item.class).Activate(3, 4);
    }

    /// The whole menu.
    List<Row> menu() throws DBusException {
        TrayBus.Node root = menuObject().GetLayout(0, -1, List.of()).second;
        return rows(root.children);
    }

    TrayBus.Menu menuObject() throws DBusException {
        return object(TrayBus.MENU_PATH, TrayBus.Menu.class);
    }

    public void choose(String label) throws DBusException {
        Row row = find(menu(), label);
        TrayBus.Menu menu = menuObject();
        menu.AboutToShow(0);
        menu.Event(row.id, "clicked", new Variant<>(0), new UInt32(1));
    }

    public boolean has(String label) throws DBusException {
        return menu().stream().anyMatch(row -> label.equals(row.text("label")));
    }

    static Row find(List<Row> rows, String label) {
        for (Row row : rows) {
            if (label.equals(row.text("label"))) {
                return row;
            }
            for (Row below : row.below) {
                if (label.equals(below.text("label"))) {
                    return below;
                }
            }
        }
        throw new AssertionError("no " + label + " in " + rows);
    }

    /// The panel goes.
    @Override
    public void close() {
        bus.disconnect();
    }

    private <T extends org.freedesktop.dbus.interfaces.DBusInterface> T object(
            String path, Class<T> type) throws DBusException {
        return bus.getRemoteObject(services.getLast(), path, type);
    }

    private static List<Row> rows(List<?> children) {
        List<Row> rows = new ArrayList<>();
        for (Object child : children) {
            Object value = child instanceof Variant<?> variant ? variant.getValue() : child;
            Object[] parts = (Object[]) value;
            rows.add(new Row((Integer) parts[0], (Map<?, ?>) parts[1], rows((List<?>) parts[2])));
        }
        return rows;
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] array) {
            return array;
        }
        List<?> list = value instanceof Object[] array ? Arrays.asList(array) : (List<?>) value;
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (Byte) list.get(i);
        }
        return bytes;
    }

    /// One line of the menu as it came over the bus.
    record Row(int id, Map<?, ?> properties, List<Row> below) {
        String text(String name) {
            return String.valueOf(value(name));
        }

        Object value(String name) {
            return properties.get(name) instanceof Variant<?> variant ? variant.getValue() : "";
        }
    }

    private final class Watch implements TrayBus.Watcher, Properties {
        @Override
        public void RegisterStatusNotifierItem(String service) {
            services.add(service);
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <A> A Get(String interfaceName, String name) {
            return (A) (Object) (host && name.equals("IsStatusNotifierHostRegistered"));
        }

        @Override
        public <A> void Set(String interfaceName, String name, A value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Variant<?>> GetAll(String interfaceName) {
            return Map.of();
        }

        @Override
        public String getObjectPath() {
            return TrayBus.WATCHER_PATH;
        }
    }

    private final class Bubbles implements TrayBus.Notifications {
        @Override
        public UInt32 Notify(
                String app,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int timeout) {
            told.add(List.of(summary, body));
            return new UInt32(1);
        }

        @Override
        public String getObjectPath() {
            return TrayBus.NOTIFICATIONS_PATH;
        }
    }
}
