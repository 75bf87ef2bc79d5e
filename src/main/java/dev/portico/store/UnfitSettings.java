package dev.portico.store;

/// Settings that cannot be used; the message says where and why, for whoever mends the file.
final class UnfitSettings extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitSettings(String message) {
        super(message);
    }

    UnfitSettings(String message, Throwable cause) {
        super(message, cause);
    }
}
