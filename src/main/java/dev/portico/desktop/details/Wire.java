package dev.portico.desktop.details;

/// What is between two stops of the way.
///
/// @param caption what it consists of
record Wire(Flow flow, String caption) {
    enum Flow {
        /// Bytes have passed.
        USED,
        READY,
        BROKEN;

        String style() {
            return switch (this) {
                case USED -> "used";
                case READY -> "ready";
                case BROKEN -> "broken";
            };
        }
    }
}
