package dev.portico.desktop;

import dev.portico.desktop.examine.ExamineButton;
import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Theme;
import dev.portico.desktop.look.Ticker;
import dev.portico.desktop.look.Toasts;
import dev.portico.desktop.settings.SettingsModel;
import dev.portico.desktop.shares.Counts;
import dev.portico.store.SettingsStore;
import dev.portico.store.WindowSettings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The one window: its frame, its keys, and what happens when it closes.
final class MainWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    private static final Duration BEAT = Duration.ofMillis(250);

    private final Stage stage;
    private final Models models;
    private final Dialogs dialogs;
    private final Toasts toasts;
    private final Ticker ticker;
    private final Subscription watching;
    private final Theme theme;
    private final SettingsModel settings;
    private final ObjectProperty<Page> page;
    private final StackPane frameSpace = new StackPane();
    private final List<Image> icons = Stream.of(16, 22, 32, 48, 256).map(MainWindow::icon).toList();
    private final List<Runnable> onClosed = new ArrayList<>();
    private Consumer<Runnable> closing = Runnable::run;
    private Frame frame;

    MainWindow(Stage stage, Models models, Dialogs dialogs, Toasts toasts) {
        this.stage = stage;
        this.models = models;
        this.dialogs = dialogs;
        SettingsStore store = models.desk().store();
        WindowSettings place = store.settings().window();
        this.page = new SimpleObjectProperty<>(Page.of(place.page()));
        page.subscribe(
                (_, now) -> store.update(all -> all.withWindow(all.window().withPage(now.id()))));
        StackPane root = new StackPane(frameSpace, toasts.root(), dialogs.root());
        Scene scene = new Scene(root, or(place.width(), WIDTH), or(place.height(), HEIGHT));
        this.theme = new Theme(scene, place.theme());
        this.settings = new SettingsModel(store, models.texts(), theme::choose);
        this.toasts = toasts;
        this.frame = build();
        this.ticker = models.ticker(BEAT, this::refresh);
        scene.addEventFilter(InputEvent.ANY, _ -> models.stir());
        models.texts().localeProperty().subscribe((_, _) -> frame = build());
        SensitiveQuestion.watch(dialogs, models.texts(), models.composer().caution());
        addKeys(scene);
        // not one of the scene: a menu that has it too takes it away there
        frameSpace.setOnKeyPressed(this::onKey);
        stage.setScene(scene);
        stage.setTitle("Portico");
        stage.getIcons().setAll(icons);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        put(place);
        stage.setOnCloseRequest(this::onCloseRequest);
        this.watching =
                Subscription.combine(
                        stage.showingProperty().subscribe(this::watch),
                        stage.iconifiedProperty().subscribe(this::watch));
    }

    void show() {
        refresh();
        stage.show();
        frameSpace.requestFocus(); // a caret that blinks in a field would be painted for ever
        models.composer().readServers();
    }

    Scene scene() {
        return stage.getScene();
    }

    void choose(Page newPage) {
        page.set(newPage);
    }

    /// Closes without asking.
    void close() {
        hide();
        watching.unsubscribe();
        ticker.stop();
        onClosed.forEach(Runnable::run);
    }

    /// Out of sight, still alive. Popups go first: JavaFX that ends under one crashes on Linux.
    void hide() {
        if (stage.isShowing()) {
            remember();
        }
        hidePopups();
        stage.close();
    }

    private void hidePopups() {
        List<Window> open = List.copyOf(Window.getWindows());
        open.reversed().stream().filter(window -> window != stage).forEach(Window::hide);
    }

    /// To the front, wherever it was.
    void open() {
        comeBackIfHidden();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    void comeBackIfHidden() {
        if (!stage.isShowing()) {
            show();
        }
    }

    boolean hasQuestion() {
        return dialogs.root().isDisplay();
    }

    void newShare() {
        frame.newShare();
    }

    void onClosed(Runnable run) {
        onClosed.add(run);
    }

    /// @param rule is asked before a window closes with shares that run; it is given what happens
    ///     otherwise, the question
    void beforeClosing(Consumer<Runnable> rule) {
        closing = rule;
    }

    private Frame build() {
        KeyComparison keys = new KeyComparison(dialogs, models.desk());
        Frame built = new Frame(models, settings, page, keys, dialogs, toasts, icons.getLast());
        frameSpace.getChildren().setAll(built.root());
        return built;
    }

    private void refresh() {
        models.refresh();
        frame.arrange();
    }

    private void watch() {
        ticker.run(stage.isShowing() && !stage.isIconified());
    }

    private void onCloseRequest(WindowEvent event) {
        event.consume();
        if (models.shares().countsProperty().get().running() == 0) {
            close();
        } else {
            closing.accept(this::askToQuit);
        }
    }

    private void askToQuit() {
        Counts counts = models.shares().countsProperty().get();
        if (counts.running() == 0) {
            close();
        } else {
            hidePopups(); // they would stand before the question
            Questions.quit(dialogs, models.texts(), counts.open(), this::close);
        }
    }

    private void addKeys(Scene scene) {
        Map<String, Runnable> keys =
                Map.of(
                        "Shortcut+N", () -> frame.newShare(),
                        "Shortcut+F", () -> frame.filter(),
                        "Shortcut+D", () -> frame.foldDetails(),
                        "Shortcut+V", () -> frame.paste(),
                        "Shortcut+1", () -> page.set(Page.SHARES),
                        "Shortcut+2", () -> page.set(Page.SERVERS),
                        "Shortcut+3", () -> page.set(Page.VISITORS),
                        "Shortcut+4", () -> page.set(Page.SETTINGS),
                        "Shortcut+COMMA", () -> page.set(Page.SETTINGS),
                        "Shortcut+Z", toasts::takeOffer);
        keys.forEach((key, action) -> addKey(scene, key, () -> unlessAsked(action)));
        addKey(scene, "Shortcut+Q", this::askToQuit);
    }

    private void onKey(KeyEvent event) {
        if (KeyCombination.valueOf(ExamineButton.KEY).match(event)) {
            frame.examine();
            event.consume();
        }
    }

    private static void addKey(Scene scene, String key, Runnable action) {
        scene.getAccelerators().put(KeyCombination.valueOf(key), action);
    }

    /// What is behind a question waits for its answer.
    private void unlessAsked(Runnable action) {
        if (!hasQuestion()) {
            action.run();
        }
    }

    private void put(WindowSettings place) {
        boolean known = place.width() > 0 && place.height() > 0;
        if (known && !Screen.getScreensForRectangle(place.x(), place.y(), 480, 80).isEmpty()) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximized());
    }

    private void remember() {
        boolean maximized = stage.isMaximized();
        double x = stage.getX();
        double y = stage.getY();
        double width = scene().getWidth();
        double height = scene().getHeight();
        models.desk()
                .store()
                .update(
                        all -> {
                            WindowSettings was = all.window().withMaximized(maximized);
                            return all.withWindow(
                                    maximized ? was : was.withPlace(x, y, width, height));
                        });
    }

    private static double or(double saved, double first) {
        return saved > 0 ? saved : first;
    }

    private static Image icon(int size) {
        String path = "/dev/portico/images/portico-" + size + ".png";
        return new Image(Objects.requireNonNull(MainWindow.class.getResourceAsStream(path)));
    }
}
