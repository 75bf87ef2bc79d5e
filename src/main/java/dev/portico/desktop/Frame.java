package dev.portico.desktop;

import dev.portico.desktop.details.SharesPage;
import dev.portico.desktop.examine.ExamineView;
import dev.portico.desktop.exporting.ExportDialog;
import dev.portico.desktop.exporting.ExportModel;
import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.look.Toasts;
import dev.portico.desktop.servers.FirstRunView;
import dev.portico.desktop.servers.ServersView;
import dev.portico.desktop.settings.SettingsModel;
import dev.portico.desktop.settings.SettingsView;
import dev.portico.desktop.shares.SharesView;
import dev.portico.desktop.visitors.VisitorsView;
import dev.portico.interop.SshLine;
import dev.portico.share.Share;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Rail, page and status line, in one language; another language is another frame.
final class Frame {
    private final Models models;
    private final ObjectProperty<Page> page;
    private final SharesView shares;
    private final SharesPage sharesPage;
    private final FirstRunView firstRun;
    private final ServersView servers;
    private final VisitorsView visitors;
    private final SettingsView settings;
    private final ExamineView examination;
    private final Banner banner;
    private final Toasts toasts;
    private final Region status;
    private final StackPane content = new StackPane();
    private final BorderPane root = new BorderPane();
    private @Nullable Node before;

    Frame(
            Models models,
            SettingsModel settingsModel,
            ObjectProperty<Page> page,
            KeyComparison keys,
            Dialogs dialogs,
            Toasts toasts,
            Image logo) {
        this.models = models;
        this.page = page;
        this.toasts = toasts;
        Texts texts = models.texts();
        Path home = Path.of(System.getProperty("user.home", ""));
        ExportDialog exports =
                new ExportDialog(new ExportModel(models.desk(), home), dialogs, texts);
        this.shares =
                new SharesView(
                        models.shares(),
                        models.composer(),
                        texts,
                        this::editServer,
                        exports::share,
                        keys::show,
                        this::examine);
        this.sharesPage =
                new SharesPage(
                        shares,
                        models.details(),
                        models.desk().store(),
                        texts,
                        exports::share,
                        this::examine);
        this.firstRun = new FirstRunView(models.firstRun(), texts);
        this.servers = new ServersView(models.servers(), texts, exports::server, this::examine);
        this.examination = new ExamineView(models.examination(), texts);
        this.visitors = new VisitorsView(models.visitors(), texts, dialogs);
        this.settings =
                new SettingsView(settingsModel, texts, models.desk().store().folder().toString());
        this.banner = new Banner(models.desk().store(), texts);
        VBox main = new VBox();
        main.getChildren().setAll(banner.root(), content);
        VBox.setVgrow(content, Priority.ALWAYS);
        BorderPane right = new BorderPane(main);
        status = new StatusLine(models.shares().countsProperty(), models::isFirstRun, texts).root();
        right.setBottom(status);
        root.setCenter(right); // first, for Tab goes through the page before it comes to the rail
        root.setLeft(new Rail(page, texts, logo).root());
        root.getStyleClass().add("frame");
        page.subscribe(
                now -> {
                    if (now == now.home()) {
                        models.examination().leave();
                    }
                    arrange();
                });
        models.examination().openProperty().subscribe(this::leaveExamination);
    }

    Region root() {
        return root;
    }

    /// Shows what fits the moment: the first-run page goes when there is a server or a share.
    void arrange() {
        banner.refresh();
        Region wanted =
                switch (page.get()) {
                    case SHARES -> models.isFirstRun() ? firstRun.root() : sharesPage.root();
                    case SERVERS -> servers.root();
                    case VISITORS -> visitors.root();
                    case SETTINGS -> settings.root();
                    case EXAMINED_SHARE, EXAMINED_SERVER -> examination.root();
                };
        if (content.getChildren().isEmpty() || content.getChildren().getFirst() != wanted) {
            content.getChildren().setAll(wanted);
        }
        keepToastsOffButtons();
    }

    private void keepToastsOffButtons() {
        double bottom = status.getHeight();
        switch (page.get()) {
            case SHARES -> toasts.keepClear(sharesPage.buttonsWidth(), bottom);
            case SERVERS -> toasts.keepClear(0, bottom + servers.barHeight());
            case VISITORS -> toasts.keepClear(0, bottom + visitors.barHeight());
            case SETTINGS, EXAMINED_SHARE, EXAMINED_SERVER -> toasts.keepClear(0, bottom);
        }
    }

    void newShare() {
        page.set(Page.SHARES);
        shares.focusComposer();
    }

    void foldDetails() {
        sharesPage.fold();
    }

    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && SshLine.isOne(text) && !models.isFirstRun()) {
            page.set(Page.SHARES);
            root.layout(); // what hangs under a field must know where the field is
            shares.paste(text);
        }
    }

    void filter() {
        if (page.get() == Page.VISITORS) {
            visitors.focusFilter();
            return;
        }
        page.set(Page.SHARES);
        shares.focusFilter();
    }

    /// The selected share, or the server that is shown.
    void examine() {
        switch (page.get()) {
            case SHARES ->
                    models.shares()
                            .head(models.details().selected())
                            .ifPresent(head -> examine(head.status().share()));
            case SERVERS -> examineServer();
            case VISITORS, SETTINGS, EXAMINED_SHARE, EXAMINED_SERVER -> {}
        }
    }

    private void open(Page examined) {
        before = root.getScene().getFocusOwner();
        page.set(examined);
        examination.open(models.texts().of(examined.key()));
    }

    /// The page of an examination that is over with is left for the one it came from.
    private void leaveExamination(boolean open) {
        Page now = page.get();
        if (!open && now != now.home()) {
            page.set(now.home());
            if (before != null) {
                before.requestFocus();
            }
        }
    }

    private void examine(Share share) {
        open(Page.EXAMINED_SHARE);
        models.examination().share(share);
    }

    private void examineServer() {
        if (models.servers().isPractice()) {
            open(Page.EXAMINED_SERVER);
            models.examination().practice();
        } else {
            models.servers()
                    .inForm()
                    .ifPresent(
                            server -> {
                                open(Page.EXAMINED_SERVER);
                                models.examination().server(server);
                            });
        }
    }

    private void editServer(String name) {
        models.servers().select(name);
        page.set(Page.SERVERS);
    }
}
