package dev.portico.desktop.details;

import dev.portico.desktop.look.Mark;

/// One stop of the way from a visitor to the local service.
///
/// @param address whether the title is one
/// @param tooltip empty where there is no more to say
record Hop(Mark mark, String title, boolean address, String words, String tooltip) {}
