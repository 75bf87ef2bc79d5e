package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.share.ShareState;

import java.util.List;

/// What goes through a server now.
///
/// @param mark of the share that fares best
/// @param through the first of them, as many as there is room for
public record ServerUse(int shares, int open, Mark mark, List<Through> through) {
    private static final int ROOM = 20;
    public static final ServerUse NONE = of(List.of());

    /// One share as it stands on the server's page.
    ///
    /// @param port on the server; empty while there is none
    public record Through(Mark mark, String state, String name, String target, String port) {
        static Through of(ShareRow row) {
            RowText text = row.text();
            return new Through(
                    text.state().mark(),
                    text.state().word(),
                    text.name(),
                    text.target().address(),
                    text.link().isOpen() ? text.link().port() : "");
        }
    }

    static ServerUse of(List<ShareRow> through) {
        int open = (int) through.stream().filter(ShareRow::isOpen).count();
        return new ServerUse(
                through.size(),
                open,
                mark(through, open),
                through.stream().limit(ROOM).map(Through::of).toList());
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
