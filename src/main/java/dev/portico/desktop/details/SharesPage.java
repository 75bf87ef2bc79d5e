package dev.portico.desktop.details;

import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.SharesView;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// The shares above, the selected one in detail below; nothing is below while none is selected.
public final class SharesPage {
    private static final double HEIGHT = 276;
    private static final double LEAST = 120;

    private final SharesView shares;
    private final DetailsView details;
    private final SplitPane root = new SplitPane();
    private boolean folded;
    private boolean selected;
    private double height = HEIGHT;

    public SharesPage(SharesView shares, DetailsModel model, Texts texts) {
        this.shares = shares;
        this.details = new DetailsView(model, shares.problem(), texts);
        root.setOrientation(Orientation.VERTICAL);
        root.getStyleClass().add("shares-page");
        root.getItems().setAll(shares.root());
        details.root().setMinHeight(LEAST);
        SplitPane.setResizableWithParent(details.root(), false);
        root.heightProperty().subscribe(this::divide);
        model.textProperty()
                .subscribe(
                        text -> {
                            selected = text.isPresent();
                            arrange();
                        });
        shares.follow(model::select, this::unfold);
    }

    public Region root() {
        return root;
    }

    /// How much of the right side of its foot has buttons or switches.
    public double buttonsWidth() {
        return isShown() ? VisitorsTab.BUTTONS : shares.switchWidth();
    }

    public void fold() {
        folded = !folded;
        arrange();
    }

    private void unfold() {
        folded = false;
        arrange();
    }

    private boolean isShown() {
        return root.getItems().contains(details.root());
    }

    private void arrange() {
        boolean wanted = selected && !folded;
        if (wanted == isShown()) {
            return;
        }
        if (wanted) {
            root.getItems().add(details.root());
            divide();
        } else {
            height = Math.max(LEAST, details.root().getHeight());
            root.getItems().remove(details.root());
        }
    }

    private void divide() {
        if (isShown() && root.getHeight() > 0) {
            root.setDividerPosition(0, 1 - height / root.getHeight());
        }
    }
}
