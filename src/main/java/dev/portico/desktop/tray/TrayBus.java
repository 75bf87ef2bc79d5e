package dev.portico.desktop.tray;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.List;
import java.util.Map;

/// The interfaces of org.kde.StatusNotifierItem, com.canonical.dbusmenu and
/// org.freedesktop.Notifications, as far as Portico speaks them. Public, since dbus-java makes its
/// objects by reflection.
public final class TrayBus {
    static final String WATCHER = "org.kde.StatusNotifierWatcher";
    static final String WATCHER_PATH = "/StatusNotifierWatcher";
    static final String ITEM = "org.kde.StatusNotifierItem";
    static final String ITEM_PATH = "/StatusNotifierItem";
    static final String MENU = "com.canonical.dbusmenu";
    static final String MENU_PATH = "/MenuBar";
    static final String NOTIFICATIONS = "org.freedesktop.Notifications";
    static final String NOTIFICATIONS_PATH = "/org/freedesktop/Notifications";

    private TrayBus() {}

    @DBusInterfaceName(WATCHER)
    public interface Watcher extends DBusInterface {
        void RegisterStatusNotifierItem(String service);

        final class StatusNotifierHostRegistered extends DBusSignal {
            public StatusNotifierHostRegistered(String path) throws DBusException {
                super(path);
            }
        }

        final class StatusNotifierHostUnregistered extends DBusSignal {
            public StatusNotifierHostUnregistered(String path) throws DBusException {
                super(path);
            }
        }
    }

    @DBusInterfaceName(ITEM)
    public interface Item extends DBusInterface {
        void Activate(int x, int y);

        void SecondaryActivate(int x, int y);

        void ContextMenu(int x, int y);

        void Scroll(int delta, String orientation);

        final class NewIcon extends DBusSignal {
            public NewIcon(String path) throws DBusException {
                super(path);
            }
        }

        final class NewToolTip extends DBusSignal {
            public NewToolTip(String path) throws DBusException {
                super(path);
            }
        }
    }

    @DBusInterfaceName(MENU)
    public interface Menu extends DBusInterface {
        Pair<UInt32, Node> GetLayout(int parent, int depth, List<String> properties);

        List<Properties> GetGroupProperties(List<Integer> ids, List<String> properties);

        Variant<?> GetProperty(int id, String name);

        void Event(int id, String event, Variant<?> value, UInt32 timestamp);

        List<Integer> EventGroup(List<Happening> events);

        boolean AboutToShow(int id);

        Pair<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids);

        final class LayoutUpdated extends DBusSignal {
            final UInt32 revision;

            public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
                super(path, revision, parent);
                this.revision = revision;
            }
        }
    }

    @DBusInterfaceName(NOTIFICATIONS)
    public interface Notifications extends DBusInterface {
        UInt32 Notify(
                String app,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int timeout);
    }

    /// What a method with two results gives.
    public static final class Pair<A, B> extends Tuple {
        @Position(0)
        final A first;

        @Position(1)
        final B second;

        public Pair(A first, B second) {
            this.first = first;
            this.second = second;
        }
    }

    /// An entry of a menu with those below it.
    public static final class Node extends Struct {
        static final String SIGNATURE = "(ia{sv}av)";

        @Position(0)
        final int id;

        @Position(1)
        final Map<String, Variant<?>> properties;

        @Position(2)
        final List<Variant<?>> children;

        public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }
    }

    public static final class Properties extends Struct {
        @Position(0)
        final int id;

        @Position(1)
        final Map<String, Variant<?>> values;

        public Properties(int id, Map<String, Variant<?>> values) {
            this.id = id;
            this.values = values;
        }
    }

    /// An event of a menu, one of many.
    public static final class Happening extends Struct {
        @Position(0)
        final int id;

        @Position(1)
        final String event;

        @Position(2)
        final Variant<?> value;

        @Position(3)
        final UInt32 timestamp;

        public Happening(int id, String event, Variant<?> value, UInt32 timestamp) {
            this.id = id;
            this.event = event;
            this.value = value;
            this.timestamp = timestamp;
        }
    }

    public static final class Pixmap extends Struct {
        static final String SIGNATURE = "(iiay)";

        @Position(0)
        final int width;

        @Position(1)
        final int height;

        @Position(2)
        final byte[] argb;

        public Pixmap(int width, int height, byte[] argb) {
            this.width = width;
            this.height = height;
            this.argb = argb;
        }
    }

    public static final class ToolTip extends Struct {
        static final String SIGNATURE = "(sa" + Pixmap.SIGNATURE + "ss)";

        @Position(0)
        final String icon;

        @Position(1)
        final List<Pixmap> pixmaps;

        @Position(2)
        final String title;

        @Position(3)
        final String text;

        public ToolTip(String icon, List<Pixmap> pixmaps, String title, String text) {
            this.icon = icon;
            this.pixmaps = pixmaps;
            this.title = title;
            this.text = text;
        }
    }
}
