package dev.portico.desktop.look;

import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

import org.jspecify.annotations.Nullable;

/// Draws a mark, 16 px or smaller.
public final class MarkIcon extends Pane {
    private static final double FULL = 16;

    private final SVGPath solid = new SVGPath();
    private final SVGPath line = new SVGPath();
    private @Nullable Mark shown;

    public MarkIcon() {
        this(FULL);
    }

    public MarkIcon(double size) {
        getStyleClass().add("mark");
        setPadding(Insets.EMPTY);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        solid.getStyleClass().add("solid");
        line.getStyleClass().add("line");
        line.setFill(null);
        line.setStrokeWidth(1.6);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        for (SVGPath path : new SVGPath[] {solid, line}) {
            path.setScaleX(size / FULL);
            path.setScaleY(size / FULL);
            path.setTranslateX((size - FULL) / 2);
            path.setTranslateY((size - FULL) / 2);
        }
        getChildren().setAll(solid, line);
    }

    /// @param word what the mark says, for those who do not see it
    public void show(Mark mark, String word) {
        setAccessibleText(word);
        if (mark == shown) {
            return;
        }
        shown = mark;
        getStyleClass().setAll("mark", mark.tone());
        if (mark.linesOnSolid()) {
            getStyleClass().add("cut");
        }
        solid.setContent(mark.solid());
        solid.setVisible(!mark.solid().isEmpty());
        line.setContent(mark.line());
        line.setVisible(!mark.line().isEmpty());
        line.getStrokeDashArray().clear();
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        if (mark == Mark.CONNECTING) {
            line.setStrokeLineCap(StrokeLineCap.BUTT);
            line.getStrokeDashArray().setAll(2.5, 2.95);
        }
    }
}
