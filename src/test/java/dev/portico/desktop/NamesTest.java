package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
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
import java.util.ArrayList;
import java.util.List;

/// Whoever cannot see an icon is told what it does; whoever can, too, when the mouse rests on it.
@ExtendWith(ApplicationExtension.class)
class NamesTest {
    @TempDir Path folder;
    private Stand stand;
    private Stage stage;
    private final List<String> nameless = new ArrayList<>();
    private int named;

    @Start
    void open(Stage given) throws Exception {
        stage = given;
        stand = new Stand(folder, Duration.ofSeconds(4));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void everyButtonAndFieldOfANewUserHasAName(FxRobot robot) {
        robot.interact(() -> stand.window(stage, MockRows.PORTS).show());
        look(robot);
        assertThat(nameless).isEmpty();
        assertThat(named).isGreaterThan(6);
    }

    @Test
    void everyButtonAndFieldOfEveryPageHasAName(FxRobot robot) {
        stand.save(Stand.server("demo-vps", "demo.example.com", "me"));
        stand.linker.fail("two", Problem.of(ProblemCode.AUTH_REFUSED, ""));
        stand.save(wish("one"));
        stand.save(wish("two"));
        robot.interact(() -> stand.window(stage, MockRows.PORTS).show());
        Eyes eyes = new Eyes(robot, stage.getScene());
        Keyboard keys = new Keyboard(robot, stage.getScene());
        eyes.awaitRow(0, "Open");
        eyes.awaitRow(1, "Failed");
        keys.shortcut(KeyCode.N);
        keys.tabTo("shares");
        for (KeyCode row : new KeyCode[] {KeyCode.HOME, KeyCode.END}) {
            keys.type(row);
            for (String tab : List.of("#details-ssh", "#details-health", "#details-visitors")) {
                robot.clickOn(tab);
                look(robot);
            }
            keys.tabTo("shares");
        }
        keys.type(KeyCode.HOME, KeyCode.DELETE);
        Await.until(() -> robot.lookup("Undo").tryQuery().isPresent());
        look(robot);
        theOtherPages(robot, keys);
        assertThat(nameless).isEmpty();
        assertThat(named).isGreaterThan(100);
    }

    private void theOtherPages(FxRobot robot, Keyboard keys) {
        keys.shortcut(KeyCode.DIGIT2);
        look(robot);
        robot.interact(() -> Press.choose(robot.lookup("#servers").query(), 0));
        look(robot);
        keys.shortcut(KeyCode.DIGIT3);
        look(robot);
        keys.shortcut(KeyCode.DIGIT4);
        look(robot);
        keys.shortcut(KeyCode.N);
        keys.shortcut(KeyCode.Q);
        look(robot);
    }

    private void look(FxRobot robot) {
        robot.interact(() -> look(stage.getScene().getRoot()));
    }

    private void look(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ButtonBase button) {
            judge(button);
        }
        if (node instanceof TextInputControl || node instanceof ComboBoxBase<?>) {
            judgeField((Control) node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void judge(ButtonBase button) {
        boolean words = button.getText() != null && !button.getText().isBlank();
        boolean icon = button.getGraphic() != null && !words;
        boolean said = button.getAccessibleText() != null && !button.getAccessibleText().isBlank();
        boolean same =
                button.getTooltip() != null
                        && button.getTooltip().getText().equals(button.getAccessibleText());
        named++;
        if (icon ? !said || !same : !words && !said) {
            nameless.add(String.valueOf(button));
        }
    }

    /// One that is drawn inside another is named by that one.
    private void judgeField(Control field) {
        boolean inner = field.getParent() instanceof ComboBoxBase<?>;
        named++;
        if (!inner && field.getAccessibleText() == null) {
            nameless.add(String.valueOf(field));
        }
    }

    private static Share wish(String name) {
        return new Share(name, Target.parse("3000"), List.of("demo-vps"), 0, "*", false, true);
    }
}
