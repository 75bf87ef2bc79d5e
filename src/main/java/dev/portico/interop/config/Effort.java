package dev.portico.interop.config;

import dev.portico.share.BadInput;

/// What may be spent on looking, in characters compared, so that no file can keep Portico busy.
final class Effort {
    static final long MOST = 1_000_000_000L;

    private long left = MOST;

    /// @throws BadInput when nothing is left
    void spend(long characters) {
        left -= characters;
        if (left < 0) {
            throw new BadInput("input.config.effort");
        }
    }

    void spend(String text, String pattern) {
        boolean hard = pattern.indexOf('*') != pattern.lastIndexOf('*');
        spend(hard ? (long) text.length() * pattern.length() : pattern.length());
    }
}
