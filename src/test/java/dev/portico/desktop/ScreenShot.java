package dev.portico.desktop;

import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/// What the screen shows of a window, its pop-ups before it.
final class ScreenShot {
    private static final int FEW_COLOURS = 8;

    private ScreenShot() {}

    static BufferedImage of(Stage stage) {
        Scene scene = stage.getScene();
        double x = stage.getX() + scene.getX();
        double y = stage.getY() + scene.getY();
        Rectangle2D place = new Rectangle2D(x, y, scene.getWidth(), scene.getHeight());
        return SwingFXUtils.fromFXImage(new Robot().getScreenCapture(null, place, false), null);
    }

    /// Whether nothing was painted yet.
    static boolean isBlank(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                        .distinct()
                        .limit(FEW_COLOURS)
                        .count()
                < FEW_COLOURS;
    }
}
