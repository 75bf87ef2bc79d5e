package dev.portico.desktop.shares;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// Three corners and a few dots: the Feather font has no such icon.
final class CodeIcon extends StackPane {
    private static final double DRAWN = 16;
    private static final double SIZE = 14;
    private static final String OUTLINE =
            "M1.7 1.7h4.6v4.6h-4.6zM9.7 1.7h4.6v4.6h-4.6zM1.7 9.7h4.6v4.6h-4.6z"
                    + "M9.7 9.2v2.2M9 13.6h1.6M12.6 9.7h1.7M14.3 12v2.3h-2.2";

    CodeIcon() {
        SVGPath path = new SVGPath();
        path.setContent(OUTLINE);
        path.getStyleClass().setAll("code-icon");
        path.setScaleX(SIZE / DRAWN);
        path.setScaleY(SIZE / DRAWN);
        getChildren().setAll(new Group(path));
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }
}
