package dev.portico.desktop.shares;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.RowText.LinkText;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The link, its port as the headline; a click copies it. Without a link: why, and the remedy.
final class LinkCell extends RowCell<LinkText> {
    private static final PseudoClass CLICKABLE = PseudoClass.getPseudoClass("clickable");

    private final SharesModel model;
    private final RowActions actions;
    private final Texts texts;
    private final Label before = new Label();
    private final Label port = new Label();
    private final Label after = new Label();
    private final HBox link = new HBox(before, port, after);
    private final Label below = new Label();
    private final Hyperlink remedy = new Hyperlink();
    private final Hyperlink second = new Hyperlink();
    private final Hyperlink why = new Hyperlink();
    private final HBox cures = new HBox(8, remedy, second, why);
    private final Button code;
    private final HBox icons;
    private final Tooltip tooltip = new Tooltip();

    LinkCell(SharesModel model, RowActions actions, Texts texts) {
        super(RowText::link);
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        this.code =
                Icons.button(
                        new CodeIcon(),
                        Icons.keyed(texts.of("action.code"), "Shortcut+K"),
                        on(this::showCode));
        this.icons =
                new HBox(
                        Icons.button(
                                "fth-copy",
                                14,
                                Icons.keyed(texts.of("action.copy"), "Shortcut+C"),
                                on(model::copyLink)),
                        Icons.button(
                                "fth-external-link",
                                14,
                                Icons.keyed(texts.of("action.browse"), "Shortcut+O"),
                                on(model::browse)),
                        code);
        code.getStyleClass().add("row-code");
        buildLink();
        buildCures();
        holds(content());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        tableRowProperty().subscribe(this::showIconsOn);
    }

    private HBox content() {
        VBox lines = new VBox(link, below, cures);
        lines.getStyleClass().add("row-lines");
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        icons.setAlignment(Pos.CENTER);
        icons.getStyleClass().add("row-icons");
        HBox box = new HBox(lines, icons);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void showIconsOn(@Nullable TableRow<?> row) {
        if (row != null) {
            icons.visibleProperty()
                    .bind(
                            Bindings.or(row.hoverProperty(), row.selectedProperty())
                                    .and(port.visibleProperty()));
        }
    }

    @Override
    void show(LinkText shown) {
        before.setText(shown.before());
        port.setText(shown.port());
        after.setText(shown.after());
        port.setVisible(shown.isOpen());
        // a long address gives way to its port, a URL gives way behind it
        before.setMinWidth(shown.after().isEmpty() ? 0 : Region.USE_PREF_SIZE);
        after.setMinWidth(0);
        style(before, shown.isOpen() ? "mono" : "words", shown);
        below.setText(shown.below());
        below.setVisible(!shown.below().isEmpty());
        cures.setVisible(!shown.remedies().isEmpty());
        offer(remedy, shown.remedies().stream().findFirst());
        offer(second, shown.remedies().stream().skip(1).findFirst());
        tooltip.setText(shown.tooltip());
        setTooltip(shown.tooltip().isEmpty() ? null : tooltip);
    }

    private void offer(Hyperlink place, Optional<Remedy> cure) {
        place.setVisible(cure.isPresent());
        cure.ifPresent(
                what -> {
                    place.setText(texts.of(what.key()));
                    place.setOnAction(_ -> on(row -> actions.remedy(row, what)).run());
                });
    }

    private static void style(Label label, String kind, LinkText shown) {
        boolean problem = !shown.remedies().isEmpty();
        List<String> styles = problem ? List.of("label", kind) : List.of("label", kind, "muted");
        if (!label.getStyleClass().equals(styles)) {
            label.getStyleClass().setAll(styles);
        }
    }

    private void buildLink() {
        port.getStyleClass().addAll("mono", "b", "headline");
        port.setMinWidth(Region.USE_PREF_SIZE);
        after.getStyleClass().addAll("mono", "muted");
        before.setMinWidth(0);
        before.setTextOverrun(OverrunStyle.ELLIPSIS);
        hideWhenAbsent(port, below, cures, second, icons);
        link.setAlignment(Pos.BASELINE_LEFT);
        below.getStyleClass().addAll("second", "muted");
        link.setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY && port.isVisible()) {
                        on(model::copyLink).run();
                    }
                });
        port.visibleProperty().subscribe(open -> link.pseudoClassStateChanged(CLICKABLE, open));
        link.getStyleClass().add("link");
    }

    private void buildCures() {
        remedy.getStyleClass().addAll("b", "second");
        second.getStyleClass().add("second");
        why.getStyleClass().add("second");
        why.setText(texts.of("remedy.why"));
        cures.setAlignment(Pos.CENTER_LEFT);
        for (Hyperlink each : new Hyperlink[] {remedy, second, why}) {
            each.setFocusTraversable(false);
            each.visitedProperty().subscribe(_ -> each.setVisited(false));
        }
        why.setOnAction(_ -> on(actions::explain).run());
    }

    private static void hideWhenAbsent(Node... nodes) {
        for (Node node : nodes) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    private void showCode(ShareRow row) {
        actions.showCode(row, code);
    }

    private Runnable on(Consumer<ShareRow> action) {
        return () -> {
            ShareRow row = row();
            if (row != null) {
                action.accept(row);
            }
        };
    }
}
