package dev.portico.desktop.shares;

import javafx.css.PseudoClass;

/// What can be done with a row: by its buttons, its menu and its keys.
interface RowActions {
    PseudoClass CLICKABLE = PseudoClass.getPseudoClass("clickable");

    void copyLink(ShareRow row);

    void browse(ShareRow row);

    void toggle(ShareRow row);

    void retry(ShareRow row);

    void delete(ShareRow row);

    void remedy(ShareRow row, Remedy remedy);

    /// Shows the whole problem.
    void explain(ShareRow row);
}
