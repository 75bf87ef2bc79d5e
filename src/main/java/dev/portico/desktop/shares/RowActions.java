package dev.portico.desktop.shares;

import javafx.scene.Node;

/// What a row with a problem asks of the view around it.
interface RowActions {
    void remedy(ShareRow row, Remedy remedy);

    /// Shows the link for a phone's camera.
    ///
    /// @param place where it belongs
    void showCode(ShareRow row, Node place);

    /// Shows it as other programs want it written.
    void export(ShareRow row);

    /// Finds out what is wrong with it.
    void examine(ShareRow row);

    /// Shows all that is known of it, its problem first.
    void explain(ShareRow row);
}
