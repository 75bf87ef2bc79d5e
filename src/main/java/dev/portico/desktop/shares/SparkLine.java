package dev.portico.desktop.shares;

import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The last minute as a line; drawn with shapes, which take their colours from the theme.
final class SparkLine extends Pane {
    private static final double WIDTH = 48;
    private static final double HEIGHT = 22;
    private static final double FOOT = HEIGHT - 1;
    private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");

    private final Polygon area = new Polygon();
    private final Polyline sent = new Polyline();
    private final Polyline received = new Polyline();

    SparkLine() {
        getStyleClass().add("spark");
        area.getStyleClass().setAll("spark-area");
        sent.getStyleClass().setAll("spark-sent");
        received.getStyleClass().setAll("spark-received");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().setAll(area, received, sent);
    }

    void show(Spark spark) {
        pseudoClassStateChanged(STILL, spark.highest() == 0);
        double highest = Math.max(1, spark.highest());
        List<Double> line = line(spark, Spark.Point::sent, highest);
        sent.getPoints().setAll(line);
        received.getPoints().setAll(line(spark, Spark.Point::received, highest));
        List<Double> outline = new ArrayList<>(line);
        outline.addAll(List.of(WIDTH, FOOT, 0.0, FOOT));
        area.getPoints().setAll(outline);
    }

    private static List<Double> line(
            Spark spark, ToDoubleFunction<Spark.Point> way, double highest) {
        List<Double> line = new ArrayList<>();
        for (int i = 0; i < Spark.POINTS; i++) {
            line.add(i * WIDTH / (Spark.POINTS - 1));
            line.add(FOOT - (FOOT - 1) * way.applyAsDouble(spark.points().get(i)) / highest);
        }
        return line;
    }
}
