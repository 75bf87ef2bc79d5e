package dev.portico.desktop.shares;

/// What a row with a problem asks of the view around it.
interface RowActions {
    void remedy(ShareRow row, Remedy remedy);

    /// Shows the whole problem.
    void explain(ShareRow row);
}
