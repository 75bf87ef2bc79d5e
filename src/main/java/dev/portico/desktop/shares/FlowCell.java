package dev.portico.desktop.shares;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.RowText.FlowText;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;

/// The last minute as a line; beside it what passes now, or what passed in all when nothing does.
final class FlowCell extends RowCell<FlowText> {
    private static final PseudoClass MOVING = PseudoClass.getPseudoClass("moving");

    private final SparkLine line = new SparkLine();
    private final Label sent = number();
    private final Label received = number();
    private final HBox box;
    private final Tooltip tooltip = new Tooltip();

    FlowCell(Texts texts) {
        super(RowText::flow);
        GridPane grid = new GridPane(4, 0);
        grid.setAlignment(Pos.CENTER_LEFT);
        grid.addRow(0, arrow("fth-arrow-up", texts.of("flow.sent")), sent);
        grid.addRow(1, arrow("fth-arrow-down", texts.of("flow.received")), received);
        sent.getStyleClass().add("flow-sent");
        received.getStyleClass().add("muted");
        box = new HBox(8, line, grid);
        box.setAlignment(Pos.CENTER_LEFT);
        holds(box);
    }

    @Override
    Subscription follow(ShareRow row) {
        return Subscription.combine(super.follow(row), row.sparkProperty().subscribe(line::show));
    }

    @Override
    void show(FlowText flow) {
        box.setVisible(!flow.sent().isEmpty());
        sent.setText(flow.moving() ? flow.sentRate() : flow.sent());
        received.setText(flow.moving() ? flow.receivedRate() : flow.received());
        sent.pseudoClassStateChanged(MOVING, flow.moving());
        tooltip.setText(flow.exact());
        setTooltip(flow.exact().isEmpty() ? null : tooltip);
    }

    private static FontIcon arrow(String code, String word) {
        FontIcon icon = Icons.of(code, 10);
        icon.getStyleClass().add("quiet-icon");
        icon.setAccessibleText(word);
        return icon;
    }

    private static Label number() {
        Label label = new Label();
        label.getStyleClass().addAll("mono", "rate");
        return label;
    }
}
