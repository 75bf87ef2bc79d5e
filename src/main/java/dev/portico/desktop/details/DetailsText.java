package dev.portico.desktop.details;

import dev.portico.desktop.look.Mark;

import java.util.List;

/// All that is shown of the selected share, as words: compared as a whole, so that nothing is
/// painted that did not change.
///
/// @param url what is copied and opened; empty while there is no link
/// @param here visitors now
/// @param inAll visitors now and before
/// @param ssh the command line that shares the same; empty where the server is not known
record DetailsText(
        String name,
        Mark mark,
        String word,
        String sentence,
        String url,
        Journey journey,
        int here,
        long inAll,
        List<VisitRow> visits,
        List<Happening> history,
        String ssh,
        boolean hasProblem) {}
