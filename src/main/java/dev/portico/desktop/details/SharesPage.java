package dev.portico.desktop.details;

import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.SharesView;
import dev.portico.store.DetailsSettings;
import dev.portico.store.SettingsStore;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The shares above, the selected one in detail below; nothing is below while none is selected.
public final class SharesPage {
    private static final double HEIGHT = 276;
    private static final double LEAST = 120;

    private final SharesView shares;
    private final DetailsView details;
    private final SplitPane root = new SplitPane();
    private final SettingsStore store;
    private boolean folded;
    private boolean selected;
    private double height;

    /// @param store remembers whether the details are folded, and how high they are
    /// @param export shows the share of that name in other forms
    /// @param examine examines the selected share
    public SharesPage(
            SharesView shares,
            DetailsModel model,
            SettingsStore store,
            Texts texts,
            Consumer<String> export,
            Runnable examine) {
        this.shares = shares;
        this.store = store;
        DetailsSettings left = store.settings().window().details();
        this.folded = left.folded();
        this.height = left.height() > 0 ? Math.max(LEAST, left.height()) : HEIGHT;
        this.details = new DetailsView(model, shares.problem(), texts, export, examine);
        root.setOrientation(Orientation.VERTICAL);
        root.getStyleClass().add("shares-page");
        root.getItems().setAll(shares.root());
        details.root().setMinHeight(LEAST);
        SplitPane.setResizableWithParent(details.root(), false);
        root.heightProperty().subscribe(this::divide);
        root.addEventFilter(MouseEvent.MOUSE_RELEASED, this::onReleased);
        model.textProperty()
                .subscribe(
                        text -> {
                            selected = text.isPresent();
                            arrange();
                        });
        shares.select(model.selected());
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
        fold(!folded);
    }

    private void unfold() {
        fold(false);
    }

    private void fold(boolean now) {
        if (now != folded) {
            folded = now;
            remember(details -> details.withFolded(now));
            arrange();
        }
    }

    /// Whoever has moved the divider wants it to stay there.
    private void onReleased(MouseEvent event) {
        if (isShown() && event.getTarget() instanceof Node node && isDivider(node)) {
            height = Math.max(LEAST, details.root().getHeight());
            remember(details -> details.withHeight(height));
        }
    }

    private static boolean isDivider(@Nullable Node node) {
        return node != null
                && (node.getStyleClass().contains("split-pane-divider")
                        || isDivider(node.getParent()));
    }

    private void remember(UnaryOperator<DetailsSettings> change) {
        store.update(
                all ->
                        all.withWindow(
                                all.window().withDetails(change.apply(all.window().details()))));
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
            root.getItems().remove(details.root());
        }
    }

    private void divide() {
        if (isShown() && root.getHeight() > 0) {
            root.setDividerPosition(0, 1 - height / root.getHeight());
        }
    }
}
