package dev.portico.desktop.tray;

import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The tray of a Linux desktop, over its session bus. Whatever talks to the bus does so on one
/// thread of its own; the panel's questions are answered on the library's threads.
final class StatusNotifierTray implements Tray {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final int USUAL_TIMEOUT = -1;

    private interface Work {
        void run(DBusConnection bus) throws DBusException;
    }

    private final String address;
    private final ExecutorService work =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("tray").factory());
    private TraySight given = TraySight.NOTHING; // of the caller's thread
    private Runnable gone = () -> {};
    private @Nullable DBusConnection connected;
    private @Nullable ItemOnBus item;
    private @Nullable MenuOnBus menu;
    private TraySight shown = TraySight.NOTHING;
    private boolean seen;

    /// @param address of the session bus
    StatusNotifierTray(String address) {
        this.address = address;
    }

    @Override
    public void start(Consumer<TrayAction> actions, Runnable whenGone) {
        work.execute(
                () -> {
                    gone = whenGone;
                    try {
                        connect(actions);
                    } catch (DBusException | RuntimeException e) {
                        log("no session bus", e);
                    }
                });
    }

    @Override
    public boolean isThere() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        later(
                () -> {
                    look();
                    answer.complete(seen);
                });
        try {
            return answer.get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log("the panel does not answer", e);
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void show(TraySight sight) {
        if (!sight.equals(given)) {
            given = sight;
            later(() -> take(sight));
        }
    }

    @Override
    public void tell(String title, String text) {
        onBus(bus -> Thread.ofVirtual().start(() -> tell(bus, title, text)));
    }

    @Override
    public void close() {
        later(
                () -> {
                    gone = () -> {};
                    if (connected != null) {
                        connected.disconnect();
                        connected = null;
                    }
                });
        work.shutdown();
        try {
            if (!work.awaitTermination(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
                work.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect(Consumer<TrayAction> actions) throws DBusException {
        DBusConnection bus =
                DBusConnectionBuilder.forAddress(address)
                        .withShared(false)
                        .withDisconnectCallback(new Ended())
                        .build();
        item = new ItemOnBus(shown, () -> actions.accept(new TrayAction.OpenWindow()));
        menu = new MenuOnBus(actions);
        menu.show(shown.menu());
        bus.exportObject(item);
        bus.exportObject(menu);
        bus.requestBusName(name());
        connected = bus;
        bus.addSigHandler(DBus.NameOwnerChanged.class, this::ownerChanged);
        bus.addSigHandler(
                TrayBus.Watcher.StatusNotifierHostRegistered.class, _ -> later(this::look));
        bus.addSigHandler(
                TrayBus.Watcher.StatusNotifierHostUnregistered.class, _ -> later(this::look));
        DBus daemon =
                bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
        if (daemon.NameHasOwner(TrayBus.WATCHER)) {
            register();
        }
    }

    private void ownerChanged(DBus.NameOwnerChanged change) {
        if (change.name.equals(TrayBus.WATCHER)) {
            later(change.newOwner.isEmpty() ? () -> nowSeen(false) : this::register);
        }
    }

    private void register() {
        onBus(
                bus ->
                        bus.getRemoteObject(
                                        TrayBus.WATCHER,
                                        TrayBus.WATCHER_PATH,
                                        TrayBus.Watcher.class)
                                .RegisterStatusNotifierItem(name()));
        later(this::look);
    }

    /// Asks the watcher whether the icon can be seen.
    private void look() {
        boolean now = false;
        if (connected != null) {
            try {
                now =
                        connected
                                .getRemoteObject(
                                        TrayBus.WATCHER, TrayBus.WATCHER_PATH, Properties.class)
                                .<Boolean>Get(TrayBus.WATCHER, "IsStatusNotifierHostRegistered");
            } catch (DBusException | RuntimeException e) {
                log("no panel", e);
            }
        }
        nowSeen(now);
    }

    private void nowSeen(boolean now) {
        boolean before = seen;
        seen = now;
        if (before && !now) {
            gone.run();
        }
    }

    private void take(TraySight next) {
        TraySight before = shown;
        shown = next;
        ItemOnBus icon = item;
        MenuOnBus entries = menu;
        if (icon == null || entries == null) {
            return;
        }
        if (next.sum() != before.sum() || next.lightInk() != before.lightInk()) {
            icon.show(next);
            signal(() -> new TrayBus.Item.NewIcon(TrayBus.ITEM_PATH));
        }
        if (!next.tooltip().equals(before.tooltip())) {
            icon.show(next);
            signal(() -> new TrayBus.Item.NewToolTip(TrayBus.ITEM_PATH));
        }
        if (!next.menu().equals(before.menu())) {
            UInt32 revision = entries.show(next.menu());
            signal(
                    () ->
                            new TrayBus.Menu.LayoutUpdated(
                                    TrayBus.MENU_PATH, revision, MenuTree.ROOT));
        }
    }

    private interface Signal {
        DBusSignal make() throws DBusException;
    }

    private void signal(Signal signal) {
        onBus(bus -> bus.sendMessage(signal.make()));
    }

    private void onBus(Work task) {
        later(
                () -> {
                    try {
                        if (connected != null) {
                            task.run(connected);
                        }
                    } catch (DBusException | RuntimeException e) {
                        log("on the session bus", e);
                    }
                });
    }

    private void later(Runnable task) {
        try {
            work.execute(task);
        } catch (RejectedExecutionException e) {
            log("the tray is closed", e);
        }
    }

    /// Waits for the answer, which a thread of its own can afford.
    private static void tell(DBusConnection bus, String title, String text) {
        try {
            bus.getRemoteObject(
                            TrayBus.NOTIFICATIONS,
                            TrayBus.NOTIFICATIONS_PATH,
                            TrayBus.Notifications.class)
                    .Notify(
                            "Portico",
                            new UInt32(0),
                            "",
                            title,
                            escaped(text),
                            List.of(),
                            Map.of(),
                            USUAL_TIMEOUT);
        } catch (DBusException | RuntimeException e) {
            log("no notifications", e);
        }
    }

    private static String name() {
        return TrayBus.ITEM + "-" + ProcessHandle.current().pid() + "-1";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void log(String what, Exception e) {
        System.getLogger(StatusNotifierTray.class.getName()).log(Level.DEBUG, what, e);
    }

    private final class Ended implements IDisconnectCallback {
        @Override
        public void disconnectOnError(IOException e) {
            log("the session bus ended", e);
            later(() -> nowSeen(false));
        }
    }
}
