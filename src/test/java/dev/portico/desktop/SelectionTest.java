package dev.portico.desktop;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.store.WindowSettings;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What is selected can be read, whatever opens beside it.
@ExtendWith(ApplicationExtension.class)
class SelectionTest {
    private static final int SHARES = 20;

    @TempDir Path folder;
    private Stand stand;

    @Start
    void open(Stage stage) throws Exception {
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        for (int i = 0; i < SHARES; i++) {
            stand.linker.fail("share " + i, Problem.quoting(ProblemCode.AUTH_REFUSED, "no"));
            stand.save(share("share " + i));
        }
        stand.change(
                all ->
                        all.withWindow(
                                new WindowSettings(0, 0, 960, 600, false, "light", "en", "")));
        stand.window(stage, List.of()).show();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 6, 7, SHARES - 1})
    void aSelectedRowIsWhollyInSightAboveItsProblem(int index, FxRobot robot) throws Exception {
        TableView<?> table = robot.lookup("#shares").queryTableView();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> table.getItems().size() == SHARES);
        double before = table.getHeight();
        robot.interact(
                () -> {
                    table.getSelectionModel().clearAndSelect(index);
                    table.scrollTo(Math.max(0, index - 6));
                });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> table.getHeight() < before);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> isInSight(place(table.lookup(".clipped-container")), table));
    }

    private static boolean isInSight(Bounds window, TableView<?> table) {
        return selected(table)
                .map(SelectionTest::place)
                .filter(row -> row.getMinY() >= window.getMinY() - 0.5)
                .filter(row -> row.getMaxY() <= window.getMaxY() + 0.5)
                .isPresent();
    }

    private static Optional<Node> selected(TableView<?> table) {
        return table.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && row.isSelected())
                .findFirst();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Share share(String name) {
        return new Share(
                name, Target.parse("3000"), List.of("demo-vps"), 0, "localhost", false, true);
    }
}
