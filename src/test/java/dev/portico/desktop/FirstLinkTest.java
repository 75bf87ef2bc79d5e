package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One click of a new user, all the way: practice server, forward, sample page.
@ExtendWith(ApplicationExtension.class)
class FirstLinkTest {
    @TempDir Path folder;
    private Links links;
    private Stand stand;

    @Start
    void open(Stage stage) {
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
        stand = new Stand(folder, links);
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
        links.close();
    }

    @Test
    void oneClickGivesALinkThatOpensTheSamplePage(FxRobot robot) throws Exception {
        robot.clickOn("#first-link");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> state() instanceof ShareState.Open);

        ShareState.Open open = (ShareState.Open) state();
        try (HttpClient visitor = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    visitor.send(
                            HttpRequest.newBuilder(URI.create(open.forward().link())).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Portico");
        }
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> robot.lookup("of 1").tryQuery().isPresent());
    }

    private ShareState state() {
        List<ShareStatus> snapshot = stand.shares.snapshot();
        return snapshot.isEmpty()
                ? new ShareState.Stopped(ShareState.Reason.NOT_STARTED)
                : snapshot.getFirst().state();
    }
}
