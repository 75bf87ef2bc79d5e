package dev.portico.store;

/// What a failure of the disk says of itself: its message alone is often just a path.
final class Words {
    private Words() {}

    static String of(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
