package dev.portico.desktop.shares;

import dev.portico.desktop.shares.RowText.StateText;
import dev.portico.share.Share;
import dev.portico.share.ShareState;

import java.util.List;

/// The shares for who sees no table: how each stands in a few words, and its switch. On the
/// screen's thread.
public final class Switchboard {

    /// @param detail words that stay while the state does: no countdown, no number of visitors
    /// @param url empty while there is no link
    public record Line(
            Share share,
            ShareState state,
            boolean on,
            boolean needsYou,
            String detail,
            String url) {
        public String name() {
            return share.name();
        }
    }

    private final SharesModel model;

    public Switchboard(SharesModel model) {
        this.model = model;
    }

    public List<Line> lines() {
        return model.all().stream().map(Switchboard::line).toList();
    }

    public Counts counts() {
        return model.countsProperty().get();
    }

    public void toggle(String name) {
        find(name).forEach(model::toggle);
    }

    public void copyLink(String name) {
        find(name).forEach(model::copyLink);
    }

    public void stopAll() {
        model.all().stream().filter(ShareRow::isOn).toList().forEach(row -> model.want(row, false));
    }

    private List<ShareRow> find(String name) {
        return model.all().stream().filter(row -> row.name().equals(name)).toList();
    }

    private static Line line(ShareRow row) {
        return new Line(
                row.share(),
                row.state(),
                row.isOn(),
                row.needsYou(),
                detail(row),
                row.text().link().url());
    }

    private static String detail(ShareRow row) {
        StateText words = row.text().state();
        return switch (row.state()) {
            case ShareState.Open open ->
                    row.needsYou() ? words.detail() : String.valueOf(open.forward().port());
            case ShareState.Failed _ -> words.detail();
            case ShareState.Stopped _, ShareState.Connecting _, ShareState.Waiting _ ->
                    words.word();
        };
    }
}
