package dev.portico.desktop;

import static dev.portico.desktop.OnScreen.chooseServer;
import static dev.portico.desktop.OnScreen.find;
import static dev.portico.desktop.OnScreen.fire;
import static dev.portico.desktop.OnScreen.fireTable;
import static dev.portico.desktop.OnScreen.run;
import static dev.portico.desktop.OnScreen.select;
import static dev.portico.desktop.OnScreen.settle;
import static dev.portico.desktop.OnScreen.type;

import dev.portico.share.Server;
import dev.portico.store.WindowSettings;

import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.imageio.ImageIO;

/// Takes a picture of each screen, from the screen itself; a program of its own, to be run with a
/// display.
public final class Pictures {
    private static final int MOST_TRIES = 10;

    private final Path folder;
    private final String theme;
    private final String language;

    Pictures(Path folder, String theme, String language) {
        this.folder = folder;
        this.theme = theme;
        this.language = language;
    }

    /// @param args the folder, and how many: `few` or `all`
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        OnScreen.start();
        if (args[1].equals("few")) {
            new Pictures(folder, "light", "en").main();
        } else {
            new Pictures(folder, "light", "en").all();
            new Pictures(folder, "dark", "en").all();
            new Pictures(folder, "light", "zh").all();
        }
        Platform.exit();
    }

    private void all() throws Exception {
        firstRun();
        main();
        empty();
        changedKey();
        narrow();
        try (Stand table = stand();
                Stand composer = stand();
                Stand servers = stand();
                Stand imports = stand();
                Stand examined = stand();
                Stand setUp = stand()) {
            TablePage page = new TablePage(table);
            Stage stage = open(table);
            page.shoot(stage, name -> shoot(stage, name));
            close(stage);
            ComposerPages.all(composer, this::shoot);
            ServerTestPages.all(servers, this::shoot);
            ImportPages.all(imports, this::shoot);
            ExaminePages.all(examined, this::shoot);
            SetUpPages.all(setUp, this::shoot);
        }
    }

    private void changedKey() throws Exception {
        try (Stand stand = stand()) {
            new MockRows(stand).servers();
            MockRows.changedKey(stand, "Docs", "3001");
            Stage stage = open(stand);
            run(() -> select(stage, 0));
            shoot(stage, "changed-key");
            run(() -> fire(stage, "#problem-cure"));
            shoot(stage, "dialog-changed-key");
            close(stage);
        }
    }

    /// The smallest window, with all that is long.
    private void narrow() throws Exception {
        try (Stand stand = stand()) {
            MockRows rows = new MockRows(stand);
            rows.servers();
            rows.shares();
            stand.change(all -> all.withWindow(window(960, 600)));
            Stage stage = open(stand);
            rows.traffic();
            rows.reach();
            rows.blocked();
            run(() -> type(stage, "#composer-target", "5173"));
            shoot(stage, "narrow");
            run(() -> type(stage, "#composer-target", "nas"));
            run(() -> type(stage, "#composer-port", "700000"));
            run(() -> fire(stage, "#composer-share"));
            shoot(stage, "narrow-error");
            run(() -> type(stage, "#composer-target", ""));
            run(() -> type(stage, "#composer-port", ""));
            run(() -> chooseServer(stage, Server.PRACTICE));
            run(() -> select(stage, 5));
            run(() -> fireTable(stage));
            shoot(stage, "narrow-practice");
            run(() -> fire(stage, "#rail-servers"));
            run(() -> Press.choose(find(stage, "#servers"), 3));
            settle();
            run(() -> fire(stage, "#server-save"));
            shoot(stage, "narrow-servers");
            close(stage);
        }
    }

    private void firstRun() throws Exception {
        try (Stand stand = stand()) {
            Stage stage = open(stand);
            shoot(stage, "first-run");
            run(() -> fire(stage, "#first-save"));
            shoot(stage, "first-run-error");
            close(stage);
        }
    }

    private void empty() throws Exception {
        try (Stand stand = stand()) {
            new MockRows(stand).servers();
            Stage stage = open(stand);
            shoot(stage, "empty");
            shoot(stage, "visitors-empty", () -> fire(stage, "#rail-visitors"));
            close(stage);
        }
    }

    private void main() throws Exception {
        try (Stand stand = stand()) {
            MockRows rows = new MockRows(stand);
            rows.servers();
            rows.shares();
            Stage stage = open(stand);
            rows.traffic();
            DetailsPages.visitors(stand);
            rows.minute();
            rows.second();
            rows.reach();
            run(() -> select(stage, 0));
            shoot(stage, "main");
            shoot(stage, "details-ssh", () -> fire(stage, "#details-ssh"));
            shoot(stage, "details-health", () -> fire(stage, "#details-health"));
            rows.blocked();
            settle();
            shoot(stage, "blocked");
            run(() -> select(stage, 5));
            shoot(stage, "failed");
            run(() -> select(stage, 1));
            run(() -> type(stage, "#composer-target", "6006"));
            shoot(stage, "toast", () -> fireTable(stage));
            picker(stage);
            pages(stage);
            for (var step : VisitorsPage.steps(stand, stage).entrySet()) {
                shoot(stage, step.getKey(), step.getValue());
            }
            run(() -> fire(stage, "#rail-shares"));
            ExportPages.all(stand, stage, this::shoot);
            dialogs(stand, stage);
            close(stage);
        }
    }

    private void picker(Stage stage) throws Exception {
        run(() -> ((ComboBox<?>) find(stage, "#composer-server")).show());
        shoot(stage, "server-choice");
        run(() -> type(stage, "#search", "at"));
        shoot(stage, "server-search");
        run(() -> ((ComboBox<?>) find(stage, "#composer-server")).hide());
        run(() -> type(stage, "#composer-target", "nas"));
        run(() -> fire(stage, "#composer-share"));
        shoot(stage, "composer-error");
        run(() -> type(stage, "#composer-target", ""));
    }

    private void pages(Stage stage) throws Exception {
        run(() -> fire(stage, "#rail-servers"));
        settle();
        run(() -> Press.choose(find(stage, "#servers"), 3));
        shoot(stage, "servers");
        run(() -> type(stage, "#server-port", "222222"));
        run(() -> type(stage, "#server-link", "https://demo.example.com"));
        run(() -> ((ComboBox<?>) find(stage, "#server-way")).getSelectionModel().select(1));
        run(() -> fire(stage, "#server-save"));
        shoot(stage, "server-errors");
        run(() -> AdvancedPage.fill(stage));
        shoot(stage, "server-advanced", () -> fire(stage, "#server-save"));
        run(() -> AdvancedPage.spoil(stage));
        shoot(stage, "server-advanced-errors", () -> fire(stage, "#server-save"));
        run(() -> Press.choose(find(stage, "#servers"), 5));
        shoot(stage, "server-practice");
        run(() -> fire(stage, "#rail-settings"));
        shoot(stage, "settings");
        run(() -> fire(stage, "#rail-shares"));
    }

    private void dialogs(Stand stand, Stage stage) throws Exception {
        Server server = stand.store.settings().servers().getFirst();
        asked(stage, "dialog-host-key", () -> stand.asker.trusts(MockQuestions.hostKey(server)));
        asked(stage, "dialog-passphrase", () -> stand.asker.secret(MockQuestions.locked(server)));
        asked(stage, "dialog-prompts", () -> stand.asker.answers(MockQuestions.codes(server)));
        run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        shoot(stage, "dialog-quit");
    }

    /// The question goes again when its thread is interrupted.
    private void asked(Stage stage, String name, Runnable question) throws Exception {
        Thread thread = Thread.ofVirtual().start(question);
        shoot(stage, name);
        thread.interrupt();
        thread.join();
        settle();
    }

    Stand stand() throws Exception {
        Stand stand = new Stand(Files.createTempDirectory("portico"), Duration.ofMillis(3600));
        stand.change(all -> all.withWindow(window(1180, 760)));
        return stand;
    }

    private WindowSettings window(double width, double height) {
        return new WindowSettings(0, 0, width, height, false, theme, language, "");
    }

    Stage open(Stand stand) throws Exception {
        CompletableFuture<Stage> opened = new CompletableFuture<>();
        run(
                () -> {
                    Stage stage = new Stage();
                    stand.window(stage, MockRows.PORTS).show();
                    opened.complete(stage);
                });
        settle();
        return opened.get();
    }

    static void close(Stage stage) throws Exception {
        run(
                () -> {
                    List<Window> windows = new ArrayList<>(Window.getWindows());
                    windows.reversed().stream().filter(w -> w != stage).forEach(Window::hide);
                    stage.hide();
                });
    }

    private void shoot(Stage stage, String name, Runnable before) throws Exception {
        run(before);
        shoot(stage, name);
    }

    void shoot(Stage stage, String name) throws Exception {
        settle();
        BufferedImage image = capture(stage);
        for (int tries = 1; ScreenShot.isBlank(image) && tries < MOST_TRIES; tries++) {
            settle(); // a new window is there before its first picture is
            image = capture(stage);
        }
        String suffix = language.equals("en") ? theme : language;
        ImageIO.write(image, "png", folder.resolve(name + "-" + suffix + ".png").toFile());
    }

    private static BufferedImage capture(Stage stage) throws Exception {
        CompletableFuture<BufferedImage> image = new CompletableFuture<>();
        run(() -> image.complete(ScreenShot.of(stage)));
        return image.get();
    }
}
