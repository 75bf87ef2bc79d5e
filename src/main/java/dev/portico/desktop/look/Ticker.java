package dev.portico.desktop.look;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// The one clock of the window: asks the view models to look four times a second, while there is
/// somebody to see it.
public final class Ticker {
    private final Timeline timeline;

    public Ticker(Runnable refresh) {
        timeline = new Timeline(new KeyFrame(Duration.millis(250), _ -> refresh.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    public void run(boolean visible) {
        if (visible) {
            timeline.play();
        } else {
            timeline.pause();
        }
    }

    public void stop() {
        timeline.stop();
    }
}
