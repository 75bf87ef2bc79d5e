package dev.portico.desktop;

import dev.portico.fixture.Await;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The keys, and where they go: what a person has who does not use a mouse.
final class Keyboard {
    private static final int MOST_TABS = 60;
    private static final Set<String> INNER_PARTS = Set.of("filtered", "search");

    private final FxRobot robot;
    private final Scene scene;

    Keyboard(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    void type(KeyCode... keys) {
        robot.type(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void shortcut(KeyCode key) {
        robot.press(KeyCode.SHORTCUT).type(key).release(KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void write(String text) {
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Presses Tab until what has that id has the keys.
    void tabTo(String id) {
        List<String> met = new ArrayList<>();
        while (!focus().equals(id)) {
            if (met.size() == MOST_TABS) {
                throw new AssertionError("Tab does not come to " + id + " but to " + met);
            }
            type(KeyCode.TAB);
            met.add(focus());
        }
    }

    /// Where Tab comes to from here until it is here again, the parts of one thing as one.
    List<String> round() {
        String start = focus();
        List<String> met = new ArrayList<>(List.of(start));
        for (int i = 0; i < MOST_TABS; i++) {
            type(KeyCode.TAB);
            if (focus().equals(start)) {
                return met;
            }
            if (!focus().equals(met.getLast())) {
                met.add(focus());
            }
        }
        throw new AssertionError("Tab does not come round: " + met);
    }

    /// Whether the keys go to a part of that.
    boolean isWithin(String whole) {
        boolean[] within = {false};
        robot.interact(
                () ->
                        within[0] =
                                scene.lookup(whole).lookupAll("*").contains(scene.getFocusOwner()));
        return within[0];
    }

    void awaitFocus(String id) {
        Await.until(() -> focus().equals(id));
    }

    /// The id of what has the keys, or of what it is a part of.
    String focus() {
        String[] id = {""};
        robot.interact(() -> id[0] = id(scene.getFocusOwner()));
        return id[0];
    }

    private static String id(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node.getId() != null && !INNER_PARTS.contains(node.getId())) {
                return node.getId();
            }
        }
        return String.valueOf(focused);
    }
}
