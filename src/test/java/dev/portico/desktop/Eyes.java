package dev.portico.desktop;

import dev.portico.fixture.Await;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;

import org.testfx.api.FxRobot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What a user sees in a window, word by word; asks no model.
final class Eyes {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final FxRobot robot;
    private final Scene scene;

    Eyes(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    /// The words of a row of the table with the shares, from left to right.
    List<String> row(int index) {
        return look(
                () -> rows().filter(row -> row.getIndex() == index).flatMap(Eyes::words).toList());
    }

    /// The words on what has that id; none while it is not there.
    List<String> on(String id) {
        return look(
                () -> {
                    Node node = scene.lookup(id);
                    return node == null ? List.of() : words(node).toList();
                });
    }

    /// What is said when the mouse rests on that part of the first row.
    String tooltip(String part) {
        return look(
                () -> {
                    Node node = rows().findFirst().orElseThrow().lookup(part);
                    while (!(node instanceof TableCell<?, ?> cell)) {
                        node = node.getParent();
                    }
                    return cell.getTooltip().getText();
                });
    }

    String clipboard() {
        return look(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    /// Waits until the row has these words, whatever else it has.
    void awaitRow(int index, String... words) {
        Await.value(
                PATIENCE,
                String.join(", ", words) + " in row " + index,
                () -> row(index),
                seen -> seen.containsAll(List.of(words)));
    }

    /// Waits until what has that id shows these words, or no longer does.
    void await(String id, boolean there, String words) {
        Await.value(
                PATIENCE,
                (there ? "" : "no ") + words + " on " + id,
                () -> on(id),
                seen -> seen.contains(words) == there);
    }

    private Stream<TableRow<?>> rows() {
        return scene.lookup("#shares").lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && !row.isEmpty())
                .map(node -> (TableRow<?>) node);
    }

    private static Stream<String> words(Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        Stream<String> own =
                node instanceof Labeled labeled && labeled.getText() != null
                        ? Stream.of(labeled.getText()).filter(text -> !text.isEmpty())
                        : Stream.of();
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(Eyes::words))
                : own;
    }

    private <T> T look(Supplier<T> looking) {
        List<T> seen = new ArrayList<>();
        robot.interact(() -> seen.add(looking.get()));
        return seen.getFirst();
    }
}
