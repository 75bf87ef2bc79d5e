package dev.portico.desktop.shares;

import dev.portico.share.ShareState;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/// The sums that chips and status line show.
///
/// @param links servers with an open share
/// @param running open, on the way there or waiting
/// @param moving not as they were at the last look
/// @param sent bytes per second
/// @param received bytes per second
public record Counts(
        int all,
        int open,
        int waiting,
        int needYou,
        int links,
        int running,
        int moving,
        double sent,
        double received) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Counts of(Collection<ShareRow> all) {
        List<ShareRow> open = all.stream().filter(ShareRow::isOpen).toList();
        return new Counts(
                all.size(),
                open.size(),
                number(all, row -> row.state() instanceof ShareState.Waiting),
                number(all, ShareRow::needsYou),
                (int) open.stream().map(row -> row.share().server()).distinct().count(),
                number(all, ShareRow::runs),
                number(all, ShareRow::moves),
                open.stream().mapToDouble(row -> row.rates().sent()).sum(),
                open.stream().mapToDouble(row -> row.rates().received()).sum());
    }

    private static int number(Collection<ShareRow> all, Predicate<ShareRow> which) {
        return (int) all.stream().filter(which).count();
    }
}
