package dev.portico.desktop;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.look.Ticker;
import dev.portico.desktop.shares.Switchboard;
import dev.portico.desktop.tray.AwayNotices;
import dev.portico.desktop.tray.LinkNews;
import dev.portico.desktop.tray.Tray;
import dev.portico.desktop.tray.TrayAction;
import dev.portico.desktop.tray.TrayWriter;

import javafx.application.ColorScheme;
import javafx.application.Platform;

import java.time.Duration;
import java.util.List;

/// Keeps the tray up to date, and the window within reach: it hides only behind an icon that can be
/// seen. On the screen's thread.
final class TrayDesk {
    private static final Duration BEAT = Duration.ofMillis(500);

    private final Tray tray;
    private final Models models;
    private final MainWindow window;
    private final AwayNotices notices;
    private final Switchboard switches;
    private final TrayWriter writer;
    private final LinkNews news;
    private final Ticker ticker;
    private boolean explained;
    private long shown = -1;
    private boolean wasDark;

    TrayDesk(Tray tray, Models models, MainWindow window, AwayNotices notices) {
        this.tray = tray;
        this.models = models;
        this.window = window;
        this.notices = notices;
        this.switches = new Switchboard(models.shares());
        this.writer = new TrayWriter(models.texts());
        this.news = new LinkNews(notices, models.texts());
        this.ticker = models.ticker(BEAT, this::tick);
    }

    void start() {
        tray.start(
                action -> Platform.runLater(() -> run(action)),
                () -> Platform.runLater(window::comeBackIfHidden));
        window.beforeClosing(this::close);
        window.onClosed(ticker::stop);
        ticker.run(true);
        tick();
    }

    private void tick() {
        if (!ticker.isRunning()) {
            return; // asked for before the window closed
        }
        if (notices.isAway()) {
            models.refresh();
        }
        boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        if (models.looks() != shown || dark != wasDark) {
            shown = models.looks();
            wasDark = dark;
            List<Switchboard.Line> lines = switches.lines();
            news.hear(lines);
            tray.show(writer.write(lines, switches.counts(), dark));
        }
        if (window.hasQuestion()) {
            window.comeBackIfHidden();
        }
    }

    private void run(TrayAction action) {
        switch (action) {
            case TrayAction.OpenWindow _ -> window.open();
            case TrayAction.SharePort _ -> {
                window.open();
                window.newShare();
            }
            case TrayAction.StopAll _ -> switches.stopAll();
            case TrayAction.Quit _ -> window.close();
            case TrayAction.Toggle(String share) -> switches.toggle(share);
            case TrayAction.CopyLink(String share) -> switches.copyLink(share);
        }
        tick();
    }

    /// @param otherwise what closing does where no icon can be seen
    private void close(Runnable otherwise) {
        models.desk()
                .background()
                .run(
                        tray::isThere,
                        there -> {
                            if (there) {
                                hide();
                            } else {
                                otherwise.run();
                            }
                        },
                        _ -> otherwise.run());
    }

    private void hide() {
        window.hide();
        if (!explained) {
            explained = true;
            Texts texts = models.texts();
            notices.say(Mark.PASSED, texts.of("tray.stays.title"), texts.of("tray.stays.text"));
        }
        // the panel may have gone in between
        models.desk()
                .background()
                .run(
                        tray::isThere,
                        there -> {
                            if (!there) {
                                window.comeBackIfHidden();
                            }
                        },
                        _ -> window.comeBackIfHidden());
    }
}
