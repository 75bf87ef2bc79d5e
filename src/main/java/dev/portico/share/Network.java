package dev.portico.share;

/// Whether this computer has a network at all, beside itself.
@FunctionalInterface
public interface Network {
    /// Any thread; does not block.
    boolean isAbsent();
}
