package dev.portico.share;

/// The live record of one visitor. Each counter has one writing thread; any thread may read or call
/// [#disconnect].
public interface Visit {
    Visitor visitor();

    /// Bytes from the local service to the visitor so far.
    long sent();

    /// Bytes from the visitor so far.
    long received();

    void disconnect();
}
