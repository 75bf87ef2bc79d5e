package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.interop.export.ExportForm;
import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// From a share, and from a server, to its text in any form.
@ExtendWith(ApplicationExtension.class)
class ExportWindowTest {
    @TempDir Path folder;
    private Stand stand;
    private Stage stage;

    @Start
    void open(Stage newStage) throws Exception {
        stage = newStage;
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("vps", "vps.example.com", "me"));
        stand.save(new Share("web", Target.parse("3000"), List.of("vps"), 8080, "*", false, false));
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aServerShowsItsFile(FxRobot robot) {
        robot.interact(() -> fire(stage, "#rail-servers"));
        robot.interact(() -> Press.choose(find(stage, "#servers"), 0));
        robot.interact(() -> fire(stage, "#server-export"));
        choose(robot, ExportForm.PORTICO);
        assertThat(text()).contains("\"vps.example.com\"", "\"web\"");
        robot.interact(() -> fire(stage, "#export-copy"));
        assertThat(stage.getScene().lookup("#export-text")).isNull();
    }

    @Test
    void whatCannotBeWrittenCannotBeCopied(FxRobot robot) {
        robot.interact(() -> fire(stage, "#rail-servers"));
        robot.interact(() -> Press.choose(find(stage, "#servers"), 0));
        robot.interact(() -> fire(stage, "#server-export"));
        choose(robot, ExportForm.AUTHORIZED_KEYS);
        assertThat(((Button) find(stage, "#export-copy")).isDisabled()).isTrue();
        choose(robot, ExportForm.SSH);
        assertThat(text()).startsWith("ssh -N ");
        assertThat(((Button) find(stage, "#export-copy")).isDisabled()).isFalse();
    }

    private String text() {
        return ((TextArea) find(stage, "#export-text")).getText();
    }

    @SuppressWarnings("unchecked") // there is one such box
    private void choose(FxRobot robot, ExportForm form) {
        robot.interact(() -> ((ComboBox<ExportForm>) find(stage, "#export-form")).setValue(form));
    }
}
