package dev.portico.desktop.shares;

import atlantafx.base.controls.ToggleSwitch;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.RowText.Tone;
import dev.portico.desktop.shares.RowText.WhoText;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/// The plainer cells of the table; the link has a file of its own.
final class Cells {
    private static final double WIDEST_TOOLTIP = 420;

    private Cells() {}

    static final class State extends RowCell {
        private final MarkIcon mark = new MarkIcon();
        private final TwoLines lines = new TwoLines("b");
        private final Tooltip tooltip = new Tooltip();

        State() {
            HBox box = new HBox(8, mark, lines);
            box.setAlignment(Pos.CENTER_LEFT);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST_TOOLTIP);
            holds(box);
        }

        @Override
        void show(RowText text) {
            mark.show(text.state().mark(), text.state().word());
            lines.show(text.state().word(), text.state().detail(), text.state().tone());
            tooltip.setText(text.state().tooltip());
            setTooltip(text.state().tooltip().isEmpty() ? null : tooltip);
        }
    }

    static final class Target extends RowCell {
        private final TwoLines lines = new TwoLines("mono");

        Target() {
            holds(lines);
        }

        @Override
        void show(RowText text) {
            lines.show(text.target().address(), text.target().detail(), text.target().tone());
            lines.quiet(text.state().mark() == Mark.STOPPED);
        }
    }

    static final class Who extends RowCell {
        private final FontIcon icon = Icons.of("fth-globe", 14);
        private final TwoLines lines = new TwoLines();

        private final Tooltip tooltip = new Tooltip();

        Who() {
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST_TOOLTIP);
            HBox box = new HBox(8, icon, lines);
            box.setAlignment(Pos.CENTER_LEFT);
            holds(box);
        }

        @Override
        void show(RowText text) {
            WhoText who = text.who();
            if (!who.icon().equals(icon.getIconLiteral())) {
                icon.setIconLiteral(who.icon());
            }
            String style = who.tone() == Tone.QUIET ? "quiet-icon" : who.tone().style() + "-icon";
            icon.getStyleClass().setAll("ikonli-font-icon", "icon-14", style);
            String words = who.tone() == Tone.QUIET ? "muted" : who.tone().style();
            lines.first().getStyleClass().setAll("label");
            if (!who.known() || who.tone() != Tone.QUIET) {
                lines.first().getStyleClass().add(words);
            }
            lines.show(who.word(), who.detail(), Tone.QUIET);
            tooltip.setText(who.tooltip());
            setTooltip(who.tooltip().isEmpty() ? null : tooltip);
        }
    }

    static final class Visitors extends RowCell {
        private final TwoLines lines = new TwoLines("mono", "b");

        Visitors() {
            lines.right();
            holds(lines);
        }

        @Override
        void show(RowText text) {
            lines.show(text.visitors().now(), text.visitors().inAll(), Tone.QUIET);
        }
    }

    static final class Server extends RowCell {
        private final Label server = new Label();

        Server() {
            holds(server);
        }

        @Override
        void show(RowText text) {
            server.setText(text.server());
        }
    }

    static final class Since extends RowCell {
        private final Label since = new Label();

        Since() {
            since.getStyleClass().add("muted");
            setAlignment(Pos.CENTER_RIGHT);
            holds(since);
        }

        @Override
        void show(RowText text) {
            since.setText(text.since());
        }
    }

    /// The wish; whether it is fulfilled is said by the mark.
    static final class Switch extends RowCell {
        private final ToggleSwitch wish = new ToggleSwitch();

        Switch(Consumer<ShareRow> toggle, Texts texts) {
            wish.getStyleClass().add("wish");
            wish.setFocusTraversable(false);
            wish.setTooltip(new Tooltip(texts.of("switch.tip")));
            wish.setAccessibleText(texts.of("switch.tip"));
            wish.selectedProperty()
                    .subscribe(
                            on -> {
                                ShareRow row = row();
                                if (row != null && on != row.text().on()) {
                                    toggle.accept(row);
                                }
                            });
            holds(wish);
        }

        @Override
        void show(RowText text) {
            wish.setSelected(text.on());
        }
    }
}
