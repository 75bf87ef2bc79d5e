package dev.portico.desktop.shares;

/// The sums that chips and status line show.
///
/// @param links servers with an open share
/// @param running open, on the way there or waiting
/// @param sent bytes per second
/// @param received bytes per second
public record Counts(
        int all,
        int open,
        int waiting,
        int needYou,
        int links,
        int running,
        double sent,
        double received) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
}
