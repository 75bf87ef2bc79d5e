package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.share.ShareState;

import java.util.List;

/// What goes through a server now.
///
/// @param mark of the share that fares best
public record ServerUse(int shares, int open, Mark mark) {

    static ServerUse of(List<ShareRow> through) {
        int open = (int) through.stream().filter(ShareRow::isOpen).count();
        return new ServerUse(through.size(), open, mark(through, open));
    }

    private static Mark mark(List<ShareRow> through, int open) {
        if (open > 0) {
            return Mark.OPEN;
        }
        if (through.stream().anyMatch(row -> row.state() instanceof ShareState.Connecting)) {
            return Mark.CONNECTING;
        }
        if (through.stream().anyMatch(row -> row.state() instanceof ShareState.Waiting)) {
            return Mark.RETRY;
        }
        boolean failed = through.stream().anyMatch(row -> row.state() instanceof ShareState.Failed);
        return failed ? Mark.FAILED : Mark.STOPPED;
    }
}
