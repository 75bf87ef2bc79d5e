package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.select;
import static dev.portico.desktop.OnScreen.settle;

import dev.portico.desktop.tray.PretendPanel;
import dev.portico.desktop.tray.Trays;
import dev.portico.fixture.Await;
import dev.portico.fixture.OwnBus;
import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.application.Platform;
import javafx.scene.control.Control;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Opens the window with an open share and one thing more, and quits; a program of its own, to be
/// run with a display.
public final class QuitProgram {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    enum Open {
        PORTS,
        MENU,
        TOOLTIP,
        CODE,
        DIALOG,
        TRAY
    }

    private final Stand stand;
    private final Open what;
    private final OwnBus bus;
    private final List<PretendPanel> panels = new CopyOnWriteArrayList<>();

    private QuitProgram(Stand stand, Open what, OwnBus bus) {
        this.stand = stand;
        this.what = what;
        this.bus = bus;
    }

    public static void main(String[] args) throws Exception {
        try (OwnBus bus = OwnBus.start();
                Stand stand =
                        new Stand(Files.createTempDirectory("portico"), Duration.ofSeconds(1))) {
            stand.save(Stand.server("vps", "vps.example.com", "me"));
            Target nas = Target.parse("nas:80");
            stand.save(new Share("Shop", nas, List.of("vps"), 0, "localhost", false, true));
            QuitProgram program = new QuitProgram(stand, Open.valueOf(args[0]), bus);
            if (program.what == Open.TRAY) {
                stand.tray = Trays.ofThisSystem("Linux", bus.env());
            }
            Thread.ofPlatform().daemon().start(program::openAndQuit);
            stand.desktop(MockRows.PORTS).run();
            program.panels.forEach(PretendPanel::close);
            System.out.println(
                    stand.linker.open().isEmpty() ? "every listener withdrawn" : "listens on");
        }
        System.out.println("closed");
    }

    private void openAndQuit() {
        try {
            Await.until(PATIENCE, "the window", QuitProgram::isRunning);
            Await.until(PATIENCE, "the share", () -> stand.linker.isOpen("Shop"));
            settle();
            Stage stage = (Stage) Window.getWindows().getFirst();
            if (what == Open.TRAY) {
                quitFromTheTray();
            } else {
                run(() -> open(stage));
                settle();
                run(() -> say(stage));
                run(
                        () ->
                                stage.fireEvent(
                                        new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
                run(() -> fire(stage, "#quit-stop"));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void quitFromTheTray() throws Exception {
        PretendPanel panel = new PretendPanel(bus.address());
        panels.add(panel);
        Await.until(PATIENCE, "the icon", panel::hasItem);
        Await.until(() -> panel.has("Quit"));
        System.out.println("shown");
        panel.choose("Quit");
    }

    private void open(Stage stage) {
        select(stage, 0);
        switch (what) {
            case PORTS -> Press.key(find(stage, "#composer-target"), KeyCode.DOWN, false);
            case MENU ->
                    find(stage, ".table-row-cell")
                            .fireEvent(
                                    new ContextMenuEvent(
                                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                            300,
                                            20,
                                            stage.getX() + 400,
                                            stage.getY() + 200,
                                            false,
                                            null));
            case TOOLTIP -> ((Control) find(stage, "#rail-servers")).getTooltip().show(stage);
            case CODE -> Press.key(find(stage, "#shares"), KeyCode.K, true);
            case DIALOG ->
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            stand.asker.trusts(
                                                    MockQuestions.hostKey(
                                                            stand.store
                                                                    .settings()
                                                                    .servers()
                                                                    .getFirst())));
            case TRAY -> throw new IllegalStateException("opens nothing");
        }
    }

    private void say(Stage stage) {
        boolean shown =
                what == Open.DIALOG
                        ? !stage.getScene().getRoot().lookupAll(".dialog-box").isEmpty()
                        : Window.getWindows().size() == 2;
        System.out.println(shown ? "shown" : "nothing is shown");
    }

    private static boolean isRunning() {
        try {
            Platform.runLater(() -> {});
            return !Window.getWindows().isEmpty();
        } catch (IllegalStateException _) {
            return false;
        }
    }
}
