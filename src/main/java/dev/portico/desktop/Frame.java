package dev.portico.desktop;

import atlantafx.base.controls.Message;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.servers.FirstRunView;
import dev.portico.desktop.servers.ServersView;
import dev.portico.desktop.settings.SettingsModel;
import dev.portico.desktop.settings.SettingsView;
import dev.portico.desktop.shares.SharesView;
import dev.portico.share.Problem;
import dev.portico.store.SettingsStore;

import javafx.beans.property.ObjectProperty;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// Rail, page and status line, in one language; another language is another frame.
final class Frame {
    private final Models models;
    private final ObjectProperty<Page> page;
    private final SharesView shares;
    private final FirstRunView firstRun;
    private final ServersView servers;
    private final SettingsView settings;
    private final StackPane content = new StackPane();
    private final BorderPane root = new BorderPane();

    Frame(Models models, SettingsModel settingsModel, ObjectProperty<Page> page, Image logo) {
        this.models = models;
        this.page = page;
        Texts texts = models.texts();
        this.shares =
                new SharesView(models.shares(), models.composer(), texts, this::editServer);
        this.firstRun = new FirstRunView(models.firstRun(), texts);
        this.servers = new ServersView(models.servers(), texts);
        this.settings =
                new SettingsView(
                        settingsModel, texts, models.desk().store().folder().toString());
        VBox main = new VBox();
        banner(models.desk().store(), texts).ifPresent(main.getChildren()::add);
        main.getChildren().add(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        BorderPane right = new BorderPane(main);
        right.setBottom(new StatusLine(models.shares().countsProperty(), texts).root());
        root.setLeft(new Rail(page, texts, logo).root());
        root.setCenter(right);
        root.getStyleClass().add("frame");
        page.subscribe(_ -> arrange());
    }

    Region root() {
        return root;
    }

    /// Shows what fits the moment: the first-run page goes when there is a server or a share.
    void arrange() {
        Region wanted =
                switch (page.get()) {
                    case SHARES -> models.isFirstRun() ? firstRun.root() : shares.root();
                    case SERVERS -> servers.root();
                    case SETTINGS -> settings.root();
                };
        if (content.getChildren().isEmpty() || content.getChildren().getFirst() != wanted) {
            content.getChildren().setAll(wanted);
        }
    }

    void newShare() {
        page.set(Page.SHARES);
        shares.focusComposer();
    }

    void filter() {
        page.set(Page.SHARES);
        shares.focusFilter();
    }

    private void editServer(String name) {
        models.servers().select(name);
        page.set(Page.SERVERS);
    }

    private static Optional<Message> banner(SettingsStore store, Texts texts) {
        Optional<Problem> problem = store.problem();
        if (problem.isEmpty() && !store.isReadOnly()) {
            return Optional.empty();
        }
        String title =
                problem.map(of -> of.title(texts.locale()))
                        .orElseGet(() -> texts.of("settings.read-only.title"));
        String remedy =
                store.isReadOnly()
                        ? texts.of("settings.read-only.text")
                        : problem.map(of -> of.remedy(texts.locale())).orElse("");
        Message message = new Message(title, remedy, Icons.of("fth-alert-triangle", 20));
        message.setId("banner");
        message.getStyleClass().addAll("warning", "banner");
        message.setOnClose(
                _ -> {
                    message.setVisible(false);
                    message.setManaged(false);
                });
        return Optional.of(message);
    }
}
