package dev.portico.desktop.shares;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// Spreads what changes at once over several frames, so that the screen's thread is never long in
/// one of them: a few changes are shown immediately, the rest of many in the frames that follow.
/// On the screen's thread; costs nothing while nothing waits.
final class Cascade {
    private static final int IN_ONE_FRAME = 18;

    private final SequencedSet<Runnable> waiting = new LinkedHashSet<>();
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    nextFrame();
                }
            };
    private int shown;

    /// @param change shows what is there when it is run; waits once, however often it is given
    void show(Runnable change) {
        if (shown == IN_ONE_FRAME) {
            waiting.add(change);
            frames.start();
            return;
        }
        if (shown == 0) {
            Platform.runLater(this::nextBurst);
        }
        shown++;
        change.run();
    }

    private void nextBurst() {
        if (waiting.isEmpty()) {
            shown = 0;
        }
    }

    private void nextFrame() {
        shown = 0;
        while (shown < IN_ONE_FRAME && !waiting.isEmpty()) {
            shown++;
            waiting.removeFirst().run();
        }
        if (waiting.isEmpty()) {
            frames.stop();
            Platform.runLater(this::nextBurst);
        }
    }
}
