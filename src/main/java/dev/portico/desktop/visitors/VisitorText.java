package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Mark;

/// All that a line shows.
///
/// @param style of what happened: `muted`, `bad` or empty
record VisitorText(
        Mark mark,
        String when,
        String address,
        String share,
        String what,
        String style,
        String sent,
        String received) {}
