package dev.portico.bench;

/// A measurement gave no number; the message says why.
final class Unmeasured extends Exception {
    private static final long serialVersionUID = 1L;

    Unmeasured(String why) {
        super(why);
    }
}
