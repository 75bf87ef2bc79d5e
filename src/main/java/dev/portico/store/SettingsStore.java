package dev.portico.store;

import dev.portico.share.Problem;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Keeps the settings.
public final class SettingsStore implements AutoCloseable {
    private final Path folder;
    private volatile Settings settings = Settings.EMPTY;

    private SettingsStore(Path folder) {
        this.folder = folder;
    }

    public static SettingsStore open(Path folder, Clock clock) {
        assert clock != null;
        return new SettingsStore(folder);
    }

    public Settings settings() {
        return settings;
    }

    public synchronized void update(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
    }

    public Optional<Problem> problem() {
        return Optional.empty();
    }

    public boolean isReadOnly() {
        return false;
    }

    public Path folder() {
        return folder;
    }

    public void flush() throws IOException {}

    @Override
    public void close() {}
}
