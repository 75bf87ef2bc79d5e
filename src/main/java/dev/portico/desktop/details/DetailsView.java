package dev.portico.desktop.details;

import dev.portico.desktop.examine.ExamineButton;
import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.MarkIcon;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Consumer;

/// The lower half of the shares page: head, way and tabs of the selected share.
final class DetailsView {
    private enum Tab {
        VISITORS,
        HEALTH,
        SSH
    }

    private final Texts texts;
    private final MarkIcon mark = new MarkIcon();
    private final Label name = new Label();
    private final Label sentence = new Label();
    private final Label count = new Label();
    private final Button copy;
    private final Button browse;
    private final Button examine;
    private final JourneyView journey = new JourneyView();
    private final VisitorsTab visitors;
    private final HealthTab health;
    private final SshTab ssh;
    private final ToggleGroup tabs = new ToggleGroup();
    private final StackPane content = new StackPane();
    private final VBox root;
    private String shown = "";
    private boolean hadProblem;

    /// @param export shows the share of that name in other forms
    /// @param problem what is wrong with the selected share; hides itself while nothing is
    DetailsView(
            DetailsModel model,
            Region problem,
            Texts texts,
            Consumer<String> export,
            Runnable examining) {
        this.texts = texts;
        visitors = new VisitorsTab(model, texts);
        health = new HealthTab(problem, texts);
        ssh = new SshTab(model, texts, export);
        copy = button("details-copy", "fth-copy", "action.copy", model::copyLink);
        browse = button("details-browse", "fth-external-link", "action.browse", model::browse);
        examine = ExamineButton.of(texts, "details-examine", examining);
        examine.getStyleClass().add("flat");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox way = new VBox(journey.root());
        way.getStyleClass().add("route-space");
        root = new VBox(head(), way, line(), content);
        root.setId("details");
        root.getStyleClass().add("details");
        open(Tab.VISITORS);
        model.textProperty().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    private HBox head() {
        name.setId("details-name");
        name.getStyleClass().addAll("b", "details-title");
        sentence.setId("details-sentence");
        sentence.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, mark, name, sentence, space, copy, browse, examine);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("details-head");
        return head;
    }

    private Button button(String id, String icon, String key, Runnable action) {
        Button button = new Button(texts.of(key), Icons.of(icon, 16));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox line() {
        count.getStyleClass().add("count");
        HBox line =
                new HBox(
                        tab(Tab.VISITORS, "route.visitors", "details-visitors"),
                        tab(Tab.HEALTH, "details.health", "details-health"),
                        tab(Tab.SSH, "details.ssh", "details-ssh"));
        line.getStyleClass().add("details-tabs");
        line.setAlignment(Pos.BOTTOM_LEFT);
        tabs.selectedToggleProperty()
                .subscribe(
                        (before, now) -> {
                            if (now == null) {
                                tabs.selectToggle(before); // one is always open
                            } else {
                                content.getChildren().setAll(page((Tab) now.getUserData()));
                            }
                        });
        return line;
    }

    private ToggleButton tab(Tab tab, String key, String id) {
        ToggleButton button = new ToggleButton(texts.of(key));
        button.setId(id);
        button.setUserData(tab);
        button.setToggleGroup(tabs);
        if (tab == Tab.VISITORS) {
            button.setGraphic(count);
            button.setContentDisplay(ContentDisplay.RIGHT);
        }
        return button;
    }

    private Region page(Tab tab) {
        return switch (tab) {
            case VISITORS -> visitors.root();
            case HEALTH -> health.root();
            case SSH -> ssh.root();
        };
    }

    private void open(Tab tab) {
        tabs.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == tab)
                .forEach(tabs::selectToggle);
    }

    private boolean isOpen(Tab tab) {
        return tabs.getSelectedToggle().getUserData() == tab;
    }

    private void show(Optional<DetailsText> text) {
        text.ifPresent(this::show);
    }

    private void show(DetailsText text) {
        mark.show(text.mark(), text.word());
        name.setText(text.name());
        sentence.setText(text.sentence());
        copy.setVisible(!text.url().isEmpty());
        browse.setVisible(!text.url().isEmpty());
        count.setText(String.valueOf(text.here()));
        journey.show(text.journey());
        visitors.show(text.visits(), text.inAll());
        health.show(text.history());
        ssh.show(text.ssh());
        turnTo(text);
        shown = text.name();
        hadProblem = text.hasProblem();
    }

    /// A problem is shown as soon as there is one, and left again when it is over.
    private void turnTo(DetailsText text) {
        boolean other = !text.name().equals(shown);
        if (text.hasProblem() && (other || !hadProblem)) {
            open(Tab.HEALTH);
            health.toTop();
        } else if (!text.hasProblem() && hadProblem && isOpen(Tab.HEALTH)) {
            open(Tab.VISITORS);
        }
    }
}
