package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.share.ShareStatus;

/// A share as its row in the table says it, for whoever tells more.
///
/// @param url what is copied and opened; empty while there is no link
/// @param who who can open it, in words
public record ShareHead(
        ShareStatus status,
        Mark mark,
        String word,
        String detail,
        String server,
        String since,
        String url,
        String who,
        boolean hasProblem) {

    static ShareHead of(ShareRow row) {
        RowText text = row.text();
        RowText.WhoText who = text.who();
        return new ShareHead(
                row.status(),
                text.state().mark(),
                text.state().word(),
                text.state().detail(),
                text.server(),
                text.since(),
                text.link().url(),
                who.detail().isEmpty() ? who.word() : who.word() + " · " + who.detail(),
                text.problem().isPresent());
    }
}
