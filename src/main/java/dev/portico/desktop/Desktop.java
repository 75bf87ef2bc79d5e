package dev.portico.desktop;

import dev.portico.desktop.look.Background;
import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.look.Toasts;
import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.desktop.shares.Desk;
import dev.portico.desktop.tray.AwayNotices;
import dev.portico.desktop.tray.Tray;
import dev.portico.doctor.Examining;
import dev.portico.practice.Practice;
import dev.portico.setup.SetUp;
import dev.portico.share.HostKeyBook;
import dev.portico.share.Keyring;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Shares;
import dev.portico.store.SettingsStore;
import dev.portico.store.VisitorBook;

import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Portico with a window: opens it and stays until it has been closed.
public final class Desktop {
    private final Shares shares;
    private final SettingsStore store;
    private final Practice practice;
    private final HostKeyBook hostKeys;
    private final DialogAsker asker;
    private final Keyring keyring;
    private final SetUp.Tools setUp;
    private final ListeningPorts ports;
    private final InstantSource clock;
    private final VisitorBook book;
    private final Examining doctor;
    private final Tray tray;

    public Desktop(
            Shares shares,
            SettingsStore store,
            Practice practice,
            HostKeyBook hostKeys,
            DialogAsker asker,
            Keyring keyring,
            SetUp.Tools setUp,
            ListeningPorts ports,
            InstantSource clock,
            VisitorBook book,
            Examining doctor,
            Tray tray) {
        this.shares = shares;
        this.store = store;
        this.practice = practice;
        this.hostKeys = hostKeys;
        this.asker = asker;
        this.keyring = keyring;
        this.setUp = setUp;
        this.ports = ports;
        this.clock = clock;
        this.book = book;
        this.doctor = doctor;
        this.tray = tray;
    }

    /// Blocks until the user has quit, and what was open then is withdrawn.
    ///
    /// @throws ProblemException when there is no display to open it on
    public void run() throws ProblemException, InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Void> opened = new CompletableFuture<>();
        try (ExecutorService work = Executors.newVirtualThreadPerTaskExecutor()) {
            startToolkit(() -> open(new Background(work, Platform::runLater), opened, closed));
            try {
                opened.join();
                closed.await();
                shares.close();
            } finally {
                tray.close();
                // only a toolkit that has started can end: another one waits for ever
                Platform.exit();
                work.shutdownNow();
            }
        }
    }

    private static void startToolkit(Runnable then) throws ProblemException {
        try {
            Platform.startup(then);
        } catch (UnsupportedOperationException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.DISPLAY_ABSENT, String.valueOf(e.getMessage())), e);
        }
    }

    private void open(
            Background background, CompletableFuture<Void> opened, CountDownLatch closed) {
        try {
            Platform.setImplicitExit(false);
            Stage stage = new Stage();
            MainWindow window = build(stage, background);
            window.onClosed(closed::countDown);
            window.show();
            opened.complete(null);
        } catch (RuntimeException | Error e) {
            opened.completeExceptionally(e);
        }
    }

    /// Builds the window into the stage, the saved shares taken in. On the screen's thread.
    MainWindow build(Stage stage, Background background) {
        return build(stage, background, new Browser(background)::open);
    }

    /// @param browse opens a link where the user reads the web
    MainWindow build(Stage stage, Background background, Consumer<String> browse) {
        Texts texts = new Texts(Texts.localeFor(store.settings().window().language()));
        Toasts toasts = new Toasts(texts);
        Dialogs dialogs = new Dialogs();
        AwayNotices notices =
                new AwayNotices(
                        toasts, tray, () -> !stage.isShowing() || stage.isIconified(), clock);
        Desk desk =
                new Desk(
                        shares,
                        store,
                        practice,
                        hostKeys,
                        keyring,
                        setUp,
                        clock,
                        texts,
                        background,
                        notices,
                        Desktop::copy,
                        browse);
        Models models = new Models(desk, ports, book, doctor);
        MainWindow window = new MainWindow(stage, models, dialogs, toasts);
        asker.stands(dialogs, texts, toasts);
        models.shares().restore();
        if (tray != Tray.NONE) {
            new TrayDesk(tray, models, window, notices).start();
        }
        return window;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
