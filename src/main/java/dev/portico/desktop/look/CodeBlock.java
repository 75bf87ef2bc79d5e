package dev.portico.desktop.look;

import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Lines as they stand elsewhere, or are to stand there: they can be selected, and take as much
/// height as they need, up to a limit.
public final class CodeBlock {
    private static final double SIDES = 28;
    private static final double ENDS = 18;
    private static final double HIGHEST = 240;

    private final TextArea area = new TextArea();
    private final Text measure = new Text();

    public CodeBlock() {
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefColumnCount(1);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.getStyleClass().addAll("mono", "code-block");
        area.widthProperty().subscribe(this::fit);
        area.fontProperty().subscribe(this::fit);
    }

    public TextArea root() {
        return area;
    }

    public void show(String lines) {
        if (!lines.equals(area.getText())) {
            area.setText(lines);
            fit();
        }
    }

    private void fit() {
        measure.setFont(area.getFont());
        measure.setText(area.getText());
        measure.setWrappingWidth(Math.max(1, area.getWidth() - SIDES));
        double height = Math.ceil(measure.getLayoutBounds().getHeight()) + ENDS;
        area.setPrefHeight(Math.min(height, HIGHEST));
    }
}
