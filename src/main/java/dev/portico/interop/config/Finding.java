package dev.portico.interop.config;

import dev.portico.share.BadInput;

/// What there is to say about a line.
///
/// @param keyword in small letters; empty where the line has none
public record Finding(Spot spot, Weight weight, String keyword, BadInput words) {

    public enum Weight {
        /// ssh would refuse the whole file for it.
        WRONG,
        /// Understood, but Portico does not do it, and the server may behave differently.
        LEFT_OUT,
        /// Understood, and of no matter for a share.
        NOT_NEEDED
    }
}
