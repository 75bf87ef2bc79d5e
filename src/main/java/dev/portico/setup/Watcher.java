package dev.portico.setup;

/// Hears how far a set-up has come. Called by any thread; may not block.
public interface Watcher {

    /// @param name of the step, as the script names it
    /// @param words of the script
    void step(String name, String words);

    void tried(Tried tried);
}
