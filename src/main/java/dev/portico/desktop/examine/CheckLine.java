package dev.portico.desktop.examine;

import dev.portico.desktop.look.Mark;
import dev.portico.doctor.Check;

import java.util.Optional;

/// One check as the page shows it.
///
/// @param state what the mark says
/// @param quiet whether nothing is to be read there
/// @param mending what mends it; of the examination before, until the check comes round again
record CheckLine(
        Check check,
        Mark mark,
        String state,
        String label,
        String words,
        boolean quiet,
        Optional<Mending> mending) {}
