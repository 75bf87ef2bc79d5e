package dev.portico.desktop.visitors;

/// What the page says around its list.
///
/// @param now how many are here
/// @param logged how many stand in the log
/// @param bytes of the log's file
record VisitorFacts(int now, int logged, long bytes, boolean logOn, boolean shorten, int days) {}
