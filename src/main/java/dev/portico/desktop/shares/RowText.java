package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.share.Problem;

import java.util.List;
import java.util.Optional;

/// All that a row of the table shows, as words: compared as a whole, so that a row which did not
/// change is not touched.
record RowText(
        StateText state,
        String name,
        String server,
        TargetText target,
        LinkText link,
        WhoText who,
        VisitorsText visitors,
        FlowText flow,
        String since,
        boolean on,
        Optional<Problem> problem) {

    /// What colours the second line.
    enum Tone {
        QUIET,
        WARN,
        BAD,
        ACCENT;

        String style() {
            return switch (this) {
                case QUIET -> "muted";
                case WARN -> "warn";
                case BAD -> "bad";
                case ACCENT -> "acc";
            };
        }
    }

    record StateText(Mark mark, String word, String detail, Tone tone, String tooltip) {}

    record TargetText(String address, String detail, Tone tone) {}

    /// @param url what is copied and opened; empty while there is no link
    /// @param before what stands before the port, which is the headline
    /// @param remedies the buttons of the second line, two at most, where there is a problem
    record LinkText(
            String url,
            String before,
            String port,
            String after,
            String below,
            List<Remedy> remedies,
            String tooltip) {

        boolean isOpen() {
            return !url.isEmpty();
        }
    }

    /// @param known whether it is how it really is; else it is the wish
    /// @param tooltip why that is believed
    record WhoText(
            String icon, String word, String detail, Tone tone, boolean known, String tooltip) {}

    record VisitorsText(String now, String inAll) {
        static final VisitorsText NONE = new VisitorsText("", "");
    }

    record FlowText(
            String sent,
            String received,
            String sentRate,
            String receivedRate,
            String exact,
            boolean moving) {
        static final FlowText NONE = new FlowText("", "", "", "", "", false);
    }
}
