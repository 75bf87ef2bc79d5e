package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.doctor.Doctor;
import dev.portico.fixture.Await;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.ScriptedAsker;
import dev.portico.link.Links;
import dev.portico.share.Share;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A share that nobody can open, examined in the window and mended with the lines it gave.
@RequiresSshd
@ExtendWith(ApplicationExtension.class)
class ExamineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir Path folder;
    private final RealSshd sshd = RealSshd.start("GatewayPorts no");
    private final LocalServices.Service site = LocalServices.http("hello".getBytes());
    private Links links;
    private Stand stand;
    private Stage stage;

    @Start
    void open(Stage given) throws Exception {
        stage = given;
        links = new Links(folder.resolve("known_hosts"), ScriptedAsker.answering());
        stand = new Stand(folder, Duration.ZERO, Optional.of(links));
        stand.doctor = new Doctor(links, Clock.systemUTC(), new Random());
        stand.save(sshd.server());
        stand.save(new Share("site", site.target(), List.of("real"), 0, "*", true, false));
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
        links.close();
        site.close();
        sshd.close();
    }

    @Test
    void theLinesThatItGivesMendWhatItFound(FxRobot robot) throws Exception {
        Eyes eyes = new Eyes(robot, stage.getScene());
        robot.interact(() -> OnScreen.select(stage, 0));
        robot.clickOn("#details-examine");
        eyes.await("#examination", true, "1 to mend");
        assertThat(eyes.on("#examine-title")).first().asString().startsWith("real keeps shared");
        robot.clickOn("#examine-copy");
        Await.until(PATIENCE, "the lines", () -> eyes.clipboard().contains("GatewayPorts"));

        mend(eyes.clipboard());
        robot.clickOn("#examine-again");
        eyes.await("#examination", true, "Nothing stands in the way");
        assertThat(eyes.on("#examine-copy")).isEmpty();
        Await.until(PATIENCE, "no session", () -> sshd.sessions().isEmpty());
    }

    /// As whoever runs the server does with what was copied.
    private void mend(String lines) throws IOException {
        sshd.stop();
        Files.writeString(
                sshd.folder().resolve("sshd_config"),
                "\n" + lines + "\n",
                StandardOpenOption.APPEND);
        sshd.startAgain();
    }
}
