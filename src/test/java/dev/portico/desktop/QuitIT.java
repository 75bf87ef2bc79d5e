package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.OwnDisplay;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;

/// The end of the window as the toolkit of a real display takes it.
class QuitIT {

    @Test
    void closingUnderAnOpenPopUpEndsWell() throws Exception {
        assumeTrue(OwnDisplay.isPossible(), "no Xvfb on this machine: no window is opened");
        try (OwnDisplay display = OwnDisplay.open()) {
            assertThat(display.run(Program.class)).contains("two windows").contains("closed");
        }
    }

    /// Opens the window and a pop-up, and closes the window.
    public static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            try (Stand stand = new Stand(Files.createTempDirectory("portico"), SECOND)) {
                stand.save(Stand.server("vps", "vps.example.com", "me"));
                Thread.ofPlatform().daemon().start(Program::closeSoon);
                stand.desktop(MockRows.PORTS).run();
                System.out.println("closed");
            }
        }

        private static final java.time.Duration SECOND = java.time.Duration.ofSeconds(1);

        private static void closeSoon() {
            while (!isRunning()) {
                Thread.onSpinWait();
            }
            Platform.runLater(() -> after(1500, Program::popUp));
        }

        private static boolean isRunning() {
            try {
                Platform.runLater(() -> {});
                return true;
            } catch (IllegalStateException _) {
                return false;
            }
        }

        private static void popUp() {
            Stage stage = (Stage) Window.getWindows().getFirst();
            Press.key(
                    stage.getScene().lookup("#composer-target"),
                    javafx.scene.input.KeyCode.DOWN,
                    false);
            after(500, () -> close(stage));
        }

        private static void close(Stage stage) {
            System.out.println(Window.getWindows().size() == 2 ? "two windows" : "no pop-up");
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        }

        private static void after(double millis, Runnable then) {
            PauseTransition pause = new PauseTransition(Duration.millis(millis));
            pause.setOnFinished(_ -> then.run());
            pause.play();
        }
    }
}
