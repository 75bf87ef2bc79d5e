package dev.portico.desktop.details;

import dev.portico.desktop.look.Mark;

/// A line of the history of a share.
record Happening(String time, Mark mark, String words) {}
