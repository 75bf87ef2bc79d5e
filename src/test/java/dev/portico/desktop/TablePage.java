package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.settle;

import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.List;

/// The table with a minute of traffic, many rows selected, its menus, and the code of a link.
final class TablePage {
    private final Stand stand;
    private final MockRows rows;

    interface Camera {
        void take(String name) throws Exception;
    }

    TablePage(Stand stand) {
        this.stand = stand;
        this.rows = new MockRows(stand);
        rows.servers();
        rows.shares();
        Share page =
                new Share("Camera page", Target.parse("cam:8080"), "homelab", 0, "localhost")
                        .withOn(false)
                        .withGroup("Camera");
        stand.change(
                all ->
                        all.withShares(
                                all.shares().stream()
                                        .map(
                                                share ->
                                                        share.name().equals("Camera")
                                                                ? share.withGroup("Camera")
                                                                : share)
                                        .toList()));
        stand.save(page);
    }

    void shoot(Stage stage, Camera camera) throws Exception {
        settle();
        rows.traffic();
        rows.reach();
        rows.minute();
        run(() -> OnScreen.select(stage, 0));
        camera.take("table");
        run(() -> Press.key(find(stage, "#shares"), KeyCode.K, true));
        camera.take("table-code");
        run(() -> closePopups(stage));
        run(() -> ((MenuButton) find(stage, "#columns")).show());
        camera.take("table-columns");
        run(() -> closePopups(stage));
        run(() -> table(stage).getSelectionModel().selectRange(0, 4));
        run(() -> askForMenu(stage));
        camera.take("table-many");
        run(() -> closePopups(stage));
        run(
                () ->
                        ((MenuButton) find(stage, "#columns"))
                                .getItems()
                                .forEach(item -> ((CheckMenuItem) item).setSelected(true)));
        run(() -> sortByName(stage));
        run(() -> OnScreen.select(stage, 1));
        run(() -> Press.key(find(stage, "#shares"), KeyCode.F2, false));
        camera.take("table-rename");
    }

    private static void askForMenu(Stage stage) {
        Node row =
                table(stage).lookupAll(".table-row-cell").stream()
                        .filter(node -> node instanceof TableRow<?> shown && shown.getIndex() == 2)
                        .findFirst()
                        .orElseThrow();
        Bounds place = row.localToScreen(row.getLayoutBounds());
        row.fireEvent(
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        300,
                        20,
                        place.getMinX() + 300,
                        place.getMinY() + 20,
                        false,
                        null));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void sortByName(Stage stage) {
        ((TableView) table(stage)).getSortOrder().setAll(table(stage).getColumns().get(1));
    }

    private static void closePopups(Stage stage) {
        List.copyOf(Window.getWindows()).stream().filter(w -> w != stage).forEach(Window::hide);
    }

    private static TableView<?> table(Stage stage) {
        return (TableView<?>) find(stage, "#shares");
    }
}
