package dev.portico.desktop.tray;

import java.util.function.Consumer;

/// A place in the user's panel. All methods return at once unless they say otherwise.
public interface Tray extends AutoCloseable {

    /// No panel takes icons here.
    Tray NONE =
            new Tray() {
                @Override
                public void start(Consumer<TrayAction> actions, Runnable gone) {}

                @Override
                public boolean isThere() {
                    return false;
                }

                @Override
                public void show(TraySight sight) {}

                @Override
                public void tell(String title, String text) {}

                @Override
                public void close() {}
            };

    /// @param actions what the user chooses; called on any thread
    /// @param gone the icon can no longer be seen; called on any thread
    void start(Consumer<TrayAction> actions, Runnable gone);

    /// Whether the icon can be seen at this moment. Asks the panel, so it may take a second or two.
    boolean isThere();

    /// Nothing is sent where the same is shown already. Always called on the same thread.
    void show(TraySight sight);

    /// A notification of the system; nothing where there is none.
    void tell(String title, String text);

    @Override
    void close();
}
