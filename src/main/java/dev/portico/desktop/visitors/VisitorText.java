package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Mark;

/// All that a line shows.
///
/// @param style of what happened: `muted`, `bad` or empty
record VisitorText(
        Mark mark,
        String when,
        String address,
        String share,
        String what,
        String style,
        String sent,
        String received) {
    /// A heading stands in the first two columns.
    static VisitorText of(VisitorRow.Heading heading) {
        return new VisitorText(Mark.STOPPED, "", heading.title(), heading.detail(), "", "", "", "");
    }
}
