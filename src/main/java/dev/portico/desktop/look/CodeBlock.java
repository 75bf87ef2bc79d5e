package dev.portico.desktop.look;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Lines as they stand elsewhere, or are to stand there: they can be selected, and take as much
/// height as they need, up to a limit.
public final class CodeBlock extends TextArea {
    private static final double SIDES = 28;
    private static final double ENDS = 18;
    private static final double HIGHEST = 240;

    private final Text measure = new Text();

    public CodeBlock() {
        setEditable(false);
        setWrapText(true);
        setPrefColumnCount(1);
        setMinHeight(Region.USE_PREF_SIZE);
        getStyleClass().addAll("mono", "code-block");
    }

    public void show(String lines) {
        if (!lines.equals(getText())) {
            setText(lines);
            requestLayout();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        measure.setFont(getFont());
        measure.setText(getText());
        measure.setWrappingWidth(Math.max(1, (width < 0 ? getWidth() : width) - SIDES));
        return Math.min(Math.ceil(measure.getLayoutBounds().getHeight()) + ENDS, HIGHEST);
    }
}
