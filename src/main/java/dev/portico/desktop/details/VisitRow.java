package dev.portico.desktop.details;

/// A visitor who is here now, or an address that is turned away.
///
/// @param visitor the number by which it is disconnected
record VisitRow(
        long visitor,
        String address,
        String since,
        String sent,
        String received,
        boolean blocked) {}
