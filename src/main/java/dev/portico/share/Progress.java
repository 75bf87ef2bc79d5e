package dev.portico.share;

/// Hears how far an attempt to open a share has come. Called by any thread; may not block.
@FunctionalInterface
public interface Progress {

    /// What an attempt learns on its way.
    enum Fact {
        ADDRESSES,
        /// `host:port` that took the connection: the server's, or that of what leads there
        PLACE,
        SOFTWARE,
        KEY_TYPE,
        FINGERPRINT,
        PORT,
        /// in milliseconds; never told where the server lets nobody visit the port from inside
        ROUND_TRIP
    }

    void reached(ShareState.Step step);

    /// @param words made plain already
    default void found(Fact fact, String words) {
        // most want to know only how far it is
    }
}
