package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.store.WindowSettings;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Nothing is cut, nothing is covered, nothing jumps.
@ExtendWith(ApplicationExtension.class)
class LayoutTest {
    @TempDir Path folder;
    private Stand stand;
    private Stage stage;

    @Start
    void prepare(Stage given) throws Exception {
        stage = given;
        stand = new Stand(folder, Duration.ofSeconds(4));
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        stand.save(Stand.server("attic", "attic.example.net", "nas"));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theComposerCutsNothingInTheSmallestWindow(String language, FxRobot robot) {
        open(robot, language, 960);
        assertThat(cut(robot)).isEmpty();

        robot.interact(() -> server(robot).setValue("practice"));
        assertThat(cut(robot)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatIsWrongIsSaidInFullAndNothingMoves(String language, FxRobot robot) throws Exception {
        open(robot, language, 960);
        List<Bounds> before = places(robot);
        type(robot, "#composer-target", "nas");
        type(robot, "#composer-port", "700000");
        robot.clickOn("#composer-share");
        await(() -> isWrong(robot, "#composer-target") && isWrong(robot, "#composer-port"));
        assertThat(cut(robot)).isEmpty();
        assertThat(places(robot)).isEqualTo(before);

        type(robot, "#composer-target", "nas:80");
        await(() -> !isWrong(robot, "#composer-target"));
    }

    @ParameterizedTest
    @CsvSource({"960, 3", "960, 30", "1000, 3", "1000, 30"})
    void theSwitchesStandBelowTheButton(double width, int shares, FxRobot robot) throws Exception {
        addShares(shares);
        open(robot, "en", width);
        await(() -> robot.lookup(".wish").queryAll().size() >= 3);
        double edge = right(robot.lookup("#composer-share").query());
        assertThat(edge).isEqualTo(width - 16);
        await(() -> right(robot.lookup(".wish .thumb-area").query()) == edge);
    }

    @Test
    void aToastLeavesTheButtonsOfTheServersPageFree(FxRobot robot) throws Exception {
        open(robot, "en", 960);
        robot.clickOn("#rail-servers");
        robot.interact(() -> Press.choose(robot.lookup("#servers").query(), 0));
        type(robot, "#server-user", "somebody");
        robot.clickOn("#server-save");
        await(() -> robot.lookup(".toast").tryQuery().isPresent());
        await(() -> isNothingCovered(robot));
    }

    @Test
    void aToastLeavesTheSwitchesAndTheCureFree(FxRobot robot) throws Exception {
        stand.linker.fail(
                "b", Problem.quoting(ProblemCode.PORT_FORBIDDEN, "no", "server", "demo-vps"));
        addShares(1);
        stand.save(wish("b").withPort(80));
        addShares(15);
        open(robot, "en", 1000);
        await(() -> robot.lookup(".wish").queryAll().size() >= 5);
        select(robot, 0);
        await(
                () -> {
                    robot.interact(
                            () -> Press.key(robot.lookup("#shares").query(), KeyCode.C, true));
                    return robot.lookup(".toast").tryQuery().isPresent();
                });
        await(() -> isNothingCovered(robot));
        select(robot, 1);
        await(() -> robot.lookup("#problem-cure").query().getParent().getParent().isVisible());
        await(() -> isNothingCovered(robot));
    }

    @Test
    void noTooltipLiesOverAListThatHangsDown(FxRobot robot) {
        open(robot, "en", 960);
        assertThat(server(robot).getTooltip()).isNotNull();
        robot.interact(() -> server(robot).show());
        assertThat(server(robot).getTooltip()).isNull();
        robot.interact(() -> server(robot).hide());
        assertThat(server(robot).getTooltip()).isNotNull();
    }

    @Test
    void aQuestionMakesTheDarkWindowDarker(FxRobot robot) throws Exception {
        stand.change(all -> all.withWindow(window(960, "dark", "en")));
        addShares(1);
        robot.interact(() -> stand.window(stage, List.of()).show());
        await(() -> robot.lookup(".mark-ok").tryQuery().isPresent());
        robot.interact(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        Region scrim = robot.lookup(".scrollable-content").queryAs(Region.class);
        Color colour = (Color) scrim.getBackground().getFills().getFirst().getFill();
        assertThat(colour.getBrightness()).isLessThan(0.1);
        assertThat(colour.getOpacity()).isGreaterThan(0.5);
    }

    private void open(FxRobot robot, String language, double width) {
        stand.change(all -> all.withWindow(window(width, "light", language)));
        robot.interact(() -> stand.window(stage, List.of()).show());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static WindowSettings window(double width, String theme, String language) {
        return new WindowSettings(0, 0, width, 600, false, theme, language, "");
    }

    private void addShares(int number) {
        int there = stand.store.settings().shares().size();
        for (int i = there; i < there + number; i++) {
            stand.save(wish("share " + i));
        }
    }

    private static Share wish(String name) {
        return new Share(
                name, Target.parse("3000"), List.of("demo-vps"), 0, "localhost", false, true);
    }

    /// The words of the composer that do not fit where they stand.
    private static List<String> cut(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Stream<String> words =
                parts(robot, ".composer", Labeled.class)
                        .filter(label -> label.getText() != null && !label.getText().isEmpty())
                        .filter(LayoutTest::isCut)
                        .map(Labeled::getText);
        Stream<String> prompts =
                parts(robot, ".composer", TextField.class)
                        .filter(LayoutTest::isPromptCut)
                        .map(TextField::getPromptText);
        return Stream.concat(words, prompts).toList();
    }

    private static boolean isCut(Labeled label) {
        return label.lookup(".text") instanceof Text text
                && !text.getText().equals(label.getText());
    }

    private static boolean isPromptCut(TextField field) {
        return field.lookupAll(".text").stream()
                .filter(node -> node instanceof Text text && text.isVisible())
                .anyMatch(text -> text.getLayoutBounds().getWidth() > room(field));
    }

    private static double room(TextField field) {
        double sides =
                Stream.of(".left-pane", ".right-pane")
                        .flatMap(side -> field.lookupAll(side).stream())
                        .mapToDouble(side -> side.getLayoutBounds().getWidth())
                        .sum();
        return field.getWidth() - sides;
    }

    private static List<Bounds> places(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return Stream.of("target", "server", "port", "who", "share")
                .<Node>map(part -> robot.lookup("#composer-" + part).query())
                .map(LayoutTest::place)
                .toList();
    }

    private static boolean isNothingCovered(FxRobot robot) {
        Node toast = robot.lookup(".toast").query();
        return robot
                .lookup((Node node) -> node instanceof ButtonBase || isSwitch(node))
                .<Node>queryAll()
                .stream()
                .filter(Node::isVisible)
                .filter(button -> button.getParent() != toast)
                .noneMatch(button -> place(button).intersects(place(toast)));
    }

    private static boolean isSwitch(Node node) {
        return node.getStyleClass().contains("wish");
    }

    private static boolean isWrong(FxRobot robot, String id) {
        return robot.lookup(id)
                .query()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("wrong"));
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
    }

    private static void select(FxRobot robot, int row) {
        robot.interact(
                () ->
                        robot.lookup("#shares")
                                .queryTableView()
                                .getSelectionModel()
                                .clearAndSelect(row));
    }

    private static ComboBox<String> server(FxRobot robot) {
        return robot.lookup("#composer-server").queryComboBox();
    }

    private static double right(Node node) {
        return place(node).getMaxX();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static <T> Stream<T> parts(FxRobot robot, String inside, Class<T> type) {
        return robot
                .from(robot.lookup(inside).<Node>query())
                .lookup(type::isInstance)
                .queryAll()
                .stream()
                .map(type::cast);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }
}
