package dev.portico.store;

import dev.portico.share.Problem;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// Settings in memory only: a placeholder.
public final class SettingsStore implements AutoCloseable {
    private final AtomicReference<Settings> settings = new AtomicReference<>(Settings.EMPTY);
    private final Path folder;

    private SettingsStore(Path folder) {
        this.folder = folder;
    }

    public static SettingsStore open(Path folder, Clock clock) {
        clock.instant();
        return new SettingsStore(folder);
    }

    public Settings settings() {
        return settings.get();
    }

    public void update(UnaryOperator<Settings> change) {
        settings.updateAndGet(change);
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
