package dev.portico.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/// Makes changes once more, on settings that somebody else has changed. A change that does not fit
/// there is left out and remembered as a refusal.
final class Again implements UnaryOperator<Settings> {
    private final List<UnaryOperator<Settings>> changes;
    private @Nullable IOException refusal;

    Again(List<UnaryOperator<Settings>> changes) {
        this.changes = changes;
    }

    @Override
    public Settings apply(Settings fresh) {
        Settings settings = fresh;
        for (UnaryOperator<Settings> change : changes) {
            try {
                settings = change.apply(settings);
            } catch (RuntimeException e) {
                refusal = new IOException(String.valueOf(e.getMessage()), e);
            }
        }
        return settings;
    }

    @Nullable IOException refusal() {
        return refusal;
    }
}
