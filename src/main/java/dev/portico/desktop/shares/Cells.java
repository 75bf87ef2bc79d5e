package dev.portico.desktop.shares;

import atlantafx.base.controls.ToggleSwitch;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.RowText.StateText;
import dev.portico.desktop.shares.RowText.TargetText;
import dev.portico.desktop.shares.RowText.Tone;
import dev.portico.desktop.shares.RowText.VisitorsText;
import dev.portico.desktop.shares.RowText.WhoText;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/// The plainer cells of the table; the link has a file of its own.
final class Cells {
    private static final double WIDEST_TOOLTIP = 420;

    private Cells() {}

    static final class State extends RowCell<StateText> {
        private final MarkIcon mark = new MarkIcon();
        private final TwoLines lines = new TwoLines("b");
        private final Tooltip tooltip = new Tooltip();

        State() {
            super(RowText::state);
            HBox box = new HBox(8, mark, lines);
            box.setAlignment(Pos.CENTER_LEFT);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST_TOOLTIP);
            holds(box);
        }

        @Override
        void show(StateText state) {
            mark.show(state.mark(), state.word());
            lines.show(state.word(), state.detail(), state.tone());
            tooltip.setText(state.tooltip());
            setTooltip(state.tooltip().isEmpty() ? null : tooltip);
        }
    }

    static final class Target extends RowCell<Target.Part> {
        record Part(TargetText target, boolean stopped) {}

        private final TwoLines lines = new TwoLines("mono");

        Target() {
            super(text -> new Part(text.target(), text.state().mark() == Mark.STOPPED));
            holds(lines);
        }

        @Override
        void show(Part part) {
            lines.show(part.target().address(), part.target().detail(), part.target().tone());
            lines.quiet(part.stopped());
        }
    }

    static final class Who extends RowCell<WhoText> {
        private final FontIcon icon = Icons.of("fth-globe", 14);
        private final TwoLines lines = new TwoLines();

        private final Tooltip tooltip = new Tooltip();

        Who() {
            super(RowText::who);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST_TOOLTIP);
            HBox box = new HBox(8, icon, lines);
            box.setAlignment(Pos.CENTER_LEFT);
            holds(box);
        }

        @Override
        void show(WhoText who) {
            if (!who.icon().equals(icon.getIconLiteral())) {
                icon.setIconLiteral(who.icon());
            }
            String style = who.tone() == Tone.QUIET ? "quiet-icon" : who.tone().style() + "-icon";
            restyle(icon, List.of("ikonli-font-icon", "icon-14", style));
            String words = who.tone() == Tone.QUIET ? "muted" : who.tone().style();
            boolean plain = who.known() && who.tone() == Tone.QUIET;
            restyle(lines.first(), plain ? List.of("label") : List.of("label", words));
            lines.show(who.word(), who.detail(), Tone.QUIET);
            tooltip.setText(who.tooltip());
            setTooltip(who.tooltip().isEmpty() ? null : tooltip);
        }
    }

    private static void restyle(Node node, List<String> styles) {
        if (!node.getStyleClass().equals(styles)) {
            node.getStyleClass().setAll(styles);
        }
    }

    static final class Visitors extends RowCell<VisitorsText> {
        private final TwoLines lines = new TwoLines("mono", "b");

        Visitors() {
            super(RowText::visitors);
            lines.right();
            holds(lines);
        }

        @Override
        void show(VisitorsText visitors) {
            lines.show(visitors.now(), visitors.inAll(), Tone.QUIET);
        }
    }

    static final class Server extends RowCell<String> {
        private final Label server = new Label();

        Server() {
            super(RowText::server);
            holds(server);
        }

        @Override
        void show(String name) {
            server.setText(name);
        }
    }

    static final class Since extends RowCell<String> {
        private final Label since = new Label();

        Since() {
            super(RowText::since);
            since.getStyleClass().add("muted");
            setAlignment(Pos.CENTER_RIGHT);
            holds(since);
        }

        @Override
        void show(String age) {
            since.setText(age);
        }
    }

    /// The wish; whether it is fulfilled is said by the mark.
    static final class Switch extends RowCell<Boolean> {
        private final ToggleSwitch wish = new ToggleSwitch();

        Switch(Consumer<ShareRow> toggle, Texts texts) {
            super(RowText::on);
            wish.getStyleClass().add("wish");
            wish.setFocusTraversable(false);
            wish.setTooltip(new Tooltip(texts.of("switch.tip")));
            wish.setAccessibleText(texts.of("switch.tip"));
            wish.selectedProperty()
                    .subscribe(
                            on -> {
                                ShareRow row = row();
                                if (row != null && on != row.isOn()) {
                                    toggle.accept(row);
                                }
                            });
            StackPane end = new StackPane(new Group(wish)); // no wider than it is, to the pixel
            end.setAlignment(Pos.CENTER_RIGHT);
            holds(end);
        }

        /// A click may have moved it since.
        @Override
        void take(RowText text) {
            show(text.on());
        }

        @Override
        void change(RowText now) {
            take(now);
        }

        @Override
        void show(Boolean on) {
            wish.setSelected(on);
        }
    }
}
